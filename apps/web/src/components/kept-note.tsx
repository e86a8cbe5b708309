/** A name whose short note in brackets at its end goes to the next line whole. */
export function KeptNote({ children }: { readonly children: string }) {
  const [, name, note] = /^(.*\p{Script=Han}.*?)([（(][^（()）]{1,6}[)）])$/su.exec(children) ?? [];
  if (!name || !note) return children;
  return (
    <>
      {name}
      <span className="whitespace-nowrap">{note}</span>
    </>
  );
}
