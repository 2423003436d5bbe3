import Foundation

/// The three descriptors that every program expects to find open.
enum StandardStreams {
  /// Puts something into the place of each that is closed, so that no file the program opens takes its number and is then read
  /// or overwritten in its stead. What is put there refuses to be used, as a closed one does: input cannot be read, output cannot
  /// be written.
  static func occupy() {
    for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)] {
      guard fcntl(number, F_GETFD) < 0, errno == EBADF else { continue }
      let descriptor = open("/dev/null", mode)
      if descriptor >= 0, descriptor != number {
        dup2(descriptor, number)
        close(descriptor)
      }
    }
  }
}
