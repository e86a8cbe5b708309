import { OwnWords } from "./own-words.tsx";

/** Words as somebody wrote them, whose short note in brackets goes to the next line whole. */
export function NotedWords({ children }: { readonly children: string }) {
  const [, words = children, note] = /^(.*?)([（(][^（()）]{1,6}[)）])$/su.exec(children) ?? [];
  return (
    <>
      <OwnWords>{words}</OwnWords>
      {note ? <span className="whitespace-nowrap">{note}</span> : null}
    </>
  );
}
