import { splitLinks } from "#lib/split-links.ts";

/** Words in which every address is a link under the name of its host, and ≥ stands where ">=" was typed. */
export function LinkedText({ text }: { readonly text: string }) {
  return splitLinks(text).map(({ text: part, href }, at) =>
    href ? (
      <a key={`${at}-${href}`} className="text-link" href={href} rel="noreferrer">
        {part}
      </a>
    ) : (
      part.replaceAll(">=", "≥").replaceAll("<=", "≤")
    ),
  );
}
