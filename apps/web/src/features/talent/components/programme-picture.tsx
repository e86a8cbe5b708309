import { formatNumber, type Locale, type RecordWords } from "@lilink/i18n";
import type { Bilingual } from "@lilink/model/register";
import { cn } from "@lilink/ui";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";

const steps = ["seats", "intake", "graduates", "placed"] as const;

/** Each programme as four bars, one under the other: seats, who came, who finished, who works in the chain. [SK5] */
export async function ProgrammePicture({
  words,
  locale,
}: {
  readonly words: RecordWords;
  readonly locale: Locale;
}) {
  const { items } = await (await caller()).programme.list({ limit: 12 });
  if (items.length === 0) return null;
  const most = Math.max(1, ...items.map(({ values }) => Number(values.seats ?? 0)));
  return (
    <figure className="mb-8">
      <figcaption className="mb-3 font-medium">
        {steps.map((step) => words.field(step)).join(" → ")}
      </figcaption>
      <ul className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        {items.map(({ publicId, values }) => (
          <li key={publicId} className="flex flex-col gap-1">
            <TextLink href={`/programmes/${publicId}`}>{ownText(values.title as Bilingual, locale)}</TextLink>
            <dl className="flex flex-col gap-0.5 text-sm">
              {steps.map((step) => {
                const count = values[step];
                if (count === null || count === undefined) return null;
                return (
                  <div key={step} className="grid grid-cols-[9rem_minmax(0,1fr)] items-center gap-2">
                    <dt className="text-muted">{words.field(step)}</dt>
                    <dd className="flex items-center gap-2 tabular-nums">
                      <span
                        aria-hidden
                        className={cn("h-3", step === "placed" ? "bg-ink" : "bg-edge")}
                        style={{ width: `${Math.max(1, (Number(count) / most) * 70)}%` }}
                      />
                      {formatNumber(Number(count), locale)}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </li>
        ))}
      </ul>
    </figure>
  );
}
