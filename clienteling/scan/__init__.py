"""What a scanned text is, whoever read it: camera, scanner or finger."""
