//! The program `dateline`: reads the command line, calls the library, prints the result.

fn main() {}
