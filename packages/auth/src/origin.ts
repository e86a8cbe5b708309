/**
 * From where a request comes. The server itself adds the address of its peer at the end of the list, and each proxy that is
 * ours adds one before; what stands further left is said by the caller and counts for nothing.
 */
export function originOf(headers: Headers, trustedProxies: number): { address: string; userAgent?: string } {
  const said = (headers.get("x-forwarded-for") ?? "").split(",").map((one) => one.trim());
  const address = said.at(-1 - trustedProxies) ?? said[0] ?? "";
  const userAgent = headers.get("user-agent");
  return {
    address: (address || "unknown").slice(0, 100),
    ...(userAgent === null ? {} : { userAgent: userAgent.slice(0, 300) }),
  };
}
