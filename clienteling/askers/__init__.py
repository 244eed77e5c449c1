"""Who asked for a product and has not got it: whom to tell when it comes in."""
