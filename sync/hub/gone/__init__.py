"""What is deleted or erased, for as long as devices have to hear of it."""
