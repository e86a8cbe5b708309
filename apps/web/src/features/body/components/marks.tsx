import { toneColor } from "@lilink/ui";

/** How many of four questions are answered with yes: a full square each; the words are told to whoever hovers or hears it. [BD6] */
export function Marks({ held, label }: { readonly held: readonly boolean[]; readonly label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox="0 0 60 14" className="h-3.5 w-15 shrink-0">
      <title>{label}</title>
      {held.map((yes, at) => (
        <rect
          key={at}
          x={1 + at * 15}
          y="1"
          width="11"
          height="12"
          rx="2"
          fill={yes ? toneColor("success") : "none"}
          stroke={yes ? toneColor("success") : toneColor("neutral")}
          strokeWidth="1.5"
        />
      ))}
    </svg>
  );
}
