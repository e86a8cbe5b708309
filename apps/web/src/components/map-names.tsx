/** The largest places of a map on a phone, by the numbers that stand on it instead of their names. */
export function MapNames({
  places,
}: {
  readonly places: readonly {
    readonly key: string;
    readonly label: string;
    readonly text: string;
    readonly value: number | null;
  }[];
}) {
  const largest = [...places].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, mostNumbered);
  return (
    <ol className="mt-2 list-inside list-decimal text-sm sm:hidden">
      {largest.map(({ key, label, text }) => (
        <li key={key}>
          {label} <span className="text-muted">{text}</span>
        </li>
      ))}
    </ol>
  );
}

/** As many as the map numbers. */
const mostNumbered = 4;
