/** How a process signs in at the server of batteries: as it does at the product's own, with the same name and password. */
export function toTraceUrl(env, own) {
  if (!env.TRACE_DATABASE_URL) return "";
  const { username, password } = new URL(own);
  return Object.assign(new URL(env.TRACE_DATABASE_URL), { username, password }).href;
}
