struct Helpers {}
