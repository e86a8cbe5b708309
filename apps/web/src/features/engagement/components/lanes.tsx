import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { Lane, Mark } from "../view.ts";

const looks: Readonly<Record<Mark["kind"], string>> = {
  working: "border-ink bg-ground",
  handed: "border-ink bg-ink",
  open: "border-ink bg-ground",
  taken: "border-success bg-success",
  dismissed: "border-edge bg-raised",
  lapsed: "border-edge bg-ground",
  present: "border-ink bg-ink",
};
const kinds = ["working", "handed", "open", "taken", "dismissed", "lapsed", "present"] as const;

/** What an adviser does for a client: a lane for each scope, a dot for each thing; hollow is with the adviser, filled with the client. [AV8] */
export function Lanes({ lanes, client }: { readonly lanes: readonly Lane[]; readonly client: string }) {
  const t = useTranslations("engagement.path");
  return (
    <figure aria-label={t("label", { client })} className="mb-8">
      <dl className="hairline-list border-y border-line">
        {lanes.map(({ scope, given, marks }) => (
          <div
            key={scope}
            className="grid items-center gap-x-6 gap-y-1 py-3 sm:grid-cols-[8rem_minmax(0,1fr)_14rem]"
          >
            <dt className={given ? "font-medium" : "text-muted"}>{t(scope)}</dt>
            <dd className="relative flex min-h-6 items-center">
              <span
                aria-hidden
                className={cn(
                  "absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2",
                  given ? "bg-line" : "hatched",
                )}
              />
              <span aria-hidden className="relative flex flex-wrap gap-2 pl-2">
                {marks.map(({ key, kind }) => (
                  <span key={key} className={cn("size-4 rounded-full border-2", looks[kind])} />
                ))}
              </span>
            </dd>
            <dd className="text-sm text-muted">
              {given
                ? kinds
                    .map((kind) => [kind, marks.filter((mark) => mark.kind === kind).length] as const)
                    .filter(([, count]) => count > 0)
                    .map(([kind, count]) => t(kind, { count }))
                    .join(" · ")
                : t("closed")}
            </dd>
          </div>
        ))}
      </dl>
      <figcaption className="mt-2 text-sm text-muted">{t("client")}</figcaption>
    </figure>
  );
}
