import type { CodeReading } from "@lilink/model/trace/code";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { toStrip } from "../view.ts";
import { useCodeWords } from "./use-code-words.ts";

/** One code, place by place. */
export function CodeStrip({ reading }: { readonly reading: CodeReading }) {
  const t = useTranslations("battery.lab");
  const { meaning, why } = useCodeWords();
  const said = why(reading);
  return (
    <section aria-label={t("strip")} className="mb-6">
      <h2 className="mb-2 text-lg">
        {t("strip")} <span className="font-mono break-all">{reading.code}</span>
      </h2>
      <dl className="flex flex-wrap border-y border-line">
        {toStrip(reading).map((part) => (
          <div
            key={part.from}
            className={cn(
              "flex min-w-24 grow flex-col border-l border-line px-3 py-2 first:border-l-0 first:pl-0",
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
