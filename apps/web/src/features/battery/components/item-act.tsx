import { denialSides } from "@lilink/model/trace/denial";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/button-link.tsx";
import type { OpenBatteryItem } from "../queries.ts";
import { DenialDialog } from "./denial-dialog.tsx";

type Item = Pick<OpenBatteryItem, "kind" | "code" | "hash" | "occurredOn" | "denial">;
type ItemActProps = { readonly item: Item };

/** What settles an open item of one's own: a receipt or its denial, a step that nobody told, or a correction of the event that it is about. */
export function ItemAct({ item }: ItemActProps) {
  const t = useTranslations("battery.life.work");
  const { kind, code, occurredOn } = item;
  const path = `/batteries/${code}`;
  if (kind === "handover")
    return (
      <Acts>
        <Act href={`${path}?verb=collect&on=${occurredOn}#report`}>{t("confirm")}</Act>
        {item.denial === null ? <WordAct item={item} act="deny" /> : null}
      </Acts>
    );
  if (kind === "gap" || kind === "vehicle_scrap") return <Act href={`${path}#report`}>{t("tell")}</Act>;
  const correct = (
    <Act href={`${path}?on=${occurredOn}#correct`}>{t(kind === "needs_reason" ? "reason" : "correct")}</Act>
  );
  if (kind !== "denied") return correct;
  return (
    <Acts>
      {correct}
      <WordAct item={item} act="uphold" />
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

function WordAct({ item: { code, hash }, act }: { readonly item: Item; readonly act: "deny" | "uphold" }) {
  const t = useTranslations("battery.denial");
  const label = t(act);
  return (
    <DenialDialog code={code} event={hash} act={act} label={label} title={label} body={t(`${act}Help`)} />
  );
}

function Acts({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap gap-2">{children}</div>;
}

function Act({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <ButtonLink size="sm" href={href}>
      {children}
    </ButtonLink>
  );
}
