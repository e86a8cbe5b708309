import type { CodeReading } from "@lilink/model/trace/code";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { toStrip } from "../view.ts";
import { CodeText } from "./code-text.tsx";
import { useCodeWords } from "./use-code-words.ts";

/** One code, place by place. */
export function CodeStrip({
  reading,
  isNamed = true,
}: {
  readonly reading: CodeReading;
  /** Whether the heading holds the whole code; on the page of the battery the title does. */
  readonly isNamed?: boolean;
}) {
  const t = useTranslations("battery.lab");
  const { meaning, why } = useCodeWords();
  const said = why(reading);
  return (
    <section aria-label={t("strip")} className="mb-6">
      <h2 className="mb-2 text-lg">
        {t("strip")}
        {isNamed ? (
          <>
            {" "}
            <span className="inline-block font-mono [overflow-wrap:anywhere]">
              <CodeText code={reading.code} />
            </span>
          </>
        ) : null}
      </h2>
      <dl className="grid grid-cols-2 border-y border-line sm:flex sm:flex-wrap">
        {toStrip(reading).map((part) => (
          <div
            key={part.from}
            className={cn(
              "flex min-w-24 grow flex-col border-line py-2 pr-3 sm:border-l sm:pl-3 sm:first:border-l-0 sm:first:pl-0",
              part.isWrong && "bg-danger-wash",
            )}
          >
            <dt className="text-sm text-muted">
              <span className="block text-xs">
                {part.from === part.to
                  ? t("place", { from: part.from })
                  : t("places", { from: part.from, to: part.to })}
              </span>
              {t(`field.${part.field}`)}
            </dt>
            <dd>
              <span className="block font-mono text-lg">{part.text}</span>
              <span className={cn("text-sm", part.isWrong ? "text-danger" : "text-muted")}>
                {meaning(part, reading)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm text-muted">{said === "" ? t("noCheck") : said}</p>
    </section>
  );
}
