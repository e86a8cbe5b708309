/** Whether the database refused a row for a limit that it keeps itself. */
export function brokeLimit(error: unknown, constraint: string): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ("constraint" in at && at.constraint === constraint) return true;
  return false;
}
