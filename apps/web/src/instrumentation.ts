/** Called by Next once in each process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { watchProcess } = await import("./lib/watch-process.ts");
  await watchProcess();
}
