import { useTranslations } from "next-intl";
import type { Lane } from "../view.ts";

const kinds = ["working", "handed", "open", "taken", "dismissed", "lapsed", "present"] as const;

/** What an adviser does for a client: a line for each scope, with how many things stand where. [AV8] */
export function Lanes({ lanes, client }: { readonly lanes: readonly Lane[]; readonly client: string }) {
  const t = useTranslations("engagement.path");
  return (
    <figure aria-label={t("label", { client })} className="mb-8">
      <dl className="hairline-list border-y border-line">
        {lanes.map(({ scope, given, marks }) => {
          const counts = kinds
            .map((kind) => [kind, marks.filter((mark) => mark.kind === kind).length] as const)
            .filter(([, count]) => count > 0);
          return (
            <div
              key={scope}
              className="grid items-baseline gap-x-6 gap-y-1 py-3 sm:grid-cols-[8rem_minmax(0,1fr)]"
            >
              <dt className={given ? "font-medium" : "text-muted"}>{t(scope)}</dt>
              <dd className="flex flex-wrap gap-x-6 gap-y-1">
                {!given ? (
                  <span className="text-muted">{t("closed")}</span>
                ) : counts.length === 0 ? (
                  <span className="text-muted">{t("nothing")}</span>
                ) : (
                  counts.map(([kind, count]) => (
                    <span key={kind} className="tabular-nums">
                      {t(kind, { count })}
                    </span>
                  ))
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <figcaption className="mt-2 text-sm text-muted">{t("client")}</figcaption>
    </figure>
  );
}
