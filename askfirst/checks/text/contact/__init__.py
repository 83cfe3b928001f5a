"""What the checks of contact and of numbers share: homes by their place, a number with its key beside it, what is meant for everybody."""
