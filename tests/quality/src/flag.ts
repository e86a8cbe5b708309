/** The value behind a flag of a command; throws with the flag's name where it is missing. */
export function requireFlag(args: readonly string[], flag: string): string {
  const value = findFlag(args, flag);
  if (value === undefined) throw new Error(`${flag} needs a value`);
  return value;
}

export function findFlag(args: readonly string[], flag: string): string | undefined {
  const at = args.indexOf(flag);
  const value = at < 0 ? undefined : args[at + 1];
  return value?.startsWith("--") ? undefined : value;
}
