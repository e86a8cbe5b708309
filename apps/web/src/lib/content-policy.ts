/** The content security policy of a page: own origin only, scripts and style elements by nonce. */
export function toContentPolicy(
  nonce: string,
  mode: { readonly dev: boolean; readonly https: boolean },
): string {
  const directives = [
    "default-src 'self'",
    // The development server evaluates source maps; production never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${mode.dev ? " 'unsafe-eval'" : ""}`,
    // A nonce would switch 'unsafe-inline' off again, and the development server needs it for style elements.
    `style-src 'self' ${mode.dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `style-src-elem 'self' ${mode.dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${mode.dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    // The day of an event works without a network.
    "worker-src 'self'",
    ...(mode.https ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}
