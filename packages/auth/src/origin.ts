/** From where a request comes. Behind a proxy the last address of the list is the one that the proxy saw itself. */
export function originOf(headers: Headers): { address: string; userAgent?: string } {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
  const userAgent = headers.get("user-agent");
  return { address: address.slice(0, 100), ...(userAgent === null ? {} : { userAgent }) };
}
