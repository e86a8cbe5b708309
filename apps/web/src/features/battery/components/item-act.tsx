import { denialSides } from "@lilink/model/trace/denial";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import type { OpenBatteryItem } from "../queries.ts";
import { DenialDialog } from "./denial-dialog.tsx";

type Item = Pick<OpenBatteryItem, "kind" | "code" | "hash" | "occurredOn" | "denial">;
type ItemActProps = {
  readonly item: Item;
  /** In a row of a table: one link, and quietly what is rare. */
  readonly isRow?: boolean;
};

/** What settles an open item of one's own: a receipt or its denial, a step that nobody told, or a correction of the event that it is about. */
export function ItemAct({ item, isRow = false }: ItemActProps) {
  const t = useTranslations("battery.life.work");
  const { kind, code, occurredOn } = item;
  const path = `/batteries/${code}`;
  const Act = isRow ? RowAct : ButtonAct;
  if (kind === "handover")
    return (
      <Acts isRow={isRow}>
        <Act href={`${path}?verb=collect&on=${occurredOn}#report`}>{t("confirm")}</Act>
        {item.denial === null ? <WordAct item={item} act="deny" isQuiet={isRow} /> : null}
      </Acts>
    );
  if (kind === "gap" || kind === "vehicle_scrap") return <Act href={`${path}#report`}>{t("tell")}</Act>;
  const correct = (
    <Act href={`${path}?on=${occurredOn}#correct`}>{t(kind === "needs_reason" ? "reason" : "correct")}</Act>
  );
  if (kind !== "denied") return correct;
  return (
    <Acts isRow={isRow}>
      {correct}
      <WordAct item={item} act="uphold" isQuiet={isRow} />
    </Acts>
  );
}

/** Officers decide for one side of a hand-over. */
export function SettleAct({ item: { code, hash } }: { readonly item: Pick<Item, "code" | "hash"> }) {
  const t = useTranslations("battery.denial");
  return (
    <Acts>
      {denialSides.map((side) => (
        <DenialDialog
          key={side}
          code={code}
          event={hash}
          act={side}
          label={t(`sideOf.${side}`)}
          title={t(`settleTitle.${side}`)}
          body={t(`settleHelp.${side}`)}
        />
      ))}
    </Acts>
  );
}

type WordActProps = { readonly item: Item; readonly act: "deny" | "uphold"; readonly isQuiet: boolean };

function WordAct({ item: { code, hash }, act, isQuiet }: WordActProps) {
  const t = useTranslations("battery.denial");
  const label = t(act);
  return (
    <DenialDialog
      code={code}
      event={hash}
      act={act}
      label={label}
      isQuiet={isQuiet}
      title={label}
      body={t(`${act}Help`)}
    />
  );
}

function Acts({ isRow = false, children }: { readonly isRow?: boolean; readonly children: ReactNode }) {
  return (
    <div
      className={
        isRow
          ? "flex flex-wrap items-center gap-x-4 [&_.button-quiet]:h-7 [&_.button-quiet]:px-0 [&_.button-quiet]:text-muted [&_.button-quiet]:underline [&_.button-quiet]:underline-offset-2"
          : "flex flex-wrap gap-2"
      }
    >
      {children}
    </div>
  );
}

type ActProps = { readonly href: string; readonly children: string };

function ButtonAct({ href, children }: ActProps) {
  return (
    <ButtonLink size="sm" href={href}>
      {children}
    </ButtonLink>
  );
}

function RowAct({ href, children }: ActProps) {
  return (
    <TextLink href={href} className="text-sm whitespace-nowrap">
      {children}
    </TextLink>
  );
}
