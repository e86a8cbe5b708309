/**
 * What a page does with a method: `go` on, `look` again by GET (a form that was sent before its script was there), or `refuse`.
 * Pages are read; what changes something is an action, which says so in a header that no form of another site can send.
 */
export function judgePageMethod(
  method: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): "go" | "look" | "refuse" {
  if (method === "GET" || method === "HEAD") return "go";
  if (method !== "POST") return "refuse";
  if (headers["next-action"] !== undefined) return "go";
  return /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(
    headers["content-type"]?.toString() ?? "",
  )
    ? "look"
    : "refuse";
}
