"""The set-up and the checks of the project; nothing here is part of the package."""
