export const EMBEDDED_FAULTS = [
  "data-folder-in-use",
  "data-folder-half-made",
  "data-folder-unreachable",
  "secrets-missing",
  "binaries-missing",
  "server-failed",
] as const;

export type EmbeddedFault = (typeof EMBEDDED_FAULTS)[number];

/** What the operator reads when the embedded server cannot run: one line that says what to do. */
export class EmbeddedError extends Error {
  override readonly name = "EmbeddedError";
  readonly fault: EmbeddedFault;

  constructor(fault: EmbeddedFault, message: string) {
    super(message.replaceAll(/\s*\n\s*/g, " "));
    this.fault = fault;
  }
}
