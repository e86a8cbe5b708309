/**
 * The fault of a text below its least length: what is empty is missing, not short.
 * @example z.string().trim().min(2, tooShort).safeParse(" ") // rule `required`
 */
export const tooShort = {
  error: (issue: { readonly input?: unknown }) => (issue.input === "" ? "required" : "tooShort"),
};
