/** What the operator reads when a backup or a restore cannot be made: one line that says what to do. */
export class RecoveryError extends Error {
  override readonly name = "RecoveryError";
}
