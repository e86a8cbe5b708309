import type { LinkId } from "@lilink/model/chain";
import { cn } from "@lilink/ui";
import { ArrowDown, CornerUpLeft } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LinkBadge } from "#components/link-badge.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { nameOf, type StageRow } from "../view.ts";
import { ConceptList } from "./concept-list.tsx";
import { CountLine } from "./count-line.tsx";

const order: readonly LinkId[] = ["resource", "smelting", "materials", "recycling", "chain"];

/** The flow for a narrow page: link after link, stage after stage, with where each goes in words. */
export function StageList({
  rows,
  chosen,
}: {
  readonly rows: readonly StageRow[];
  readonly chosen: string | null;
}) {
  const t = useTranslations("chain.flow");
  return (
    <ol aria-label={t("list")} className="flex flex-col">
      {order.map((link, index) => (
        <li key={link}>
          {index > 0 && link !== "chain" ? (
            <ArrowDown aria-hidden className="my-2 ml-2 size-5 text-muted" />
          ) : null}
          <div className={cn(link === "chain" && "mt-6")}>
            <LinkBadge link={link} />
          </div>
          <ul className="hairline-list mt-2 border-y border-line">
            {rows
              .filter((row) => row.stage.link === link)
              .map((row) => (
                <StageItem key={row.stage.id} row={row} isChosen={row.stage.id === chosen} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function StageItem({ row, isChosen }: { readonly row: StageRow; readonly isChosen: boolean }) {
  const t = useTranslations("chain");
  const locale = useLocale();
  const names = (list: readonly string[]) => list.join(locale === "en" ? ", " : "、");
  return (
    <li>
      <Link
        href={isChosen ? "/chain" : { pathname: "/chain", query: { stage: row.stage.id } }}
        scroll={false}
        aria-current={isChosen ? "true" : undefined}
        className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-4 py-2 no-underline"
      >
        <span className={cn("underline decoration-edge underline-offset-4", isChosen && "font-semibold")}>
          {nameOf(row.stage, locale)}
        </span>
        <span className="text-sm">
          <CountLine {...row} />
        </span>
        {row.to.length > 0 ? (
          <span className="w-full text-sm text-muted">{t("flow.to", { names: names(row.to) })}</span>
        ) : null}
        {row.back.length > 0 ? (
          <span className="flex w-full items-baseline gap-1 text-sm text-recycling">
            <CornerUpLeft aria-hidden className="size-3.5 shrink-0 self-center" />
            {t("flow.back", { names: names(row.back) })}
          </span>
        ) : null}
      </Link>
      {isChosen ? (
        <div className="pb-4">
          <ConceptList label={t("stage.caption", { stage: nameOf(row.stage, locale) })} rows={row.concepts} />
        </div>
      ) : null}
    </li>
  );
}
