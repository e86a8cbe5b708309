/** An expression as it is written, in a face in which its signs stand apart. */
export function ExpressionText({ text }: { readonly text: string }) {
  return <code className="font-mono text-sm [overflow-wrap:anywhere]">{text}</code>;
}
