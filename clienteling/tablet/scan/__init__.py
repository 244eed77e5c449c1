"""Everything that reads codes on a tablet: camera, scanners that type, and what became of it."""
