"use client";

import { takenChemistries } from "@lilink/model/register";
import { lotKinds } from "@lilink/model/trace/lot";
import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { OwnLot } from "../queries.ts";

/** Gives an offered lot of ternary batteries the reason without which no cascade use takes it; all else stays as it was offered. */
export function LotReason({ lot }: { readonly lot: OwnLot }) {
  const t = useTranslations("route");
  const client = useTRPCClient();
  const { values, text, frame, act } = useSmallForm(`lot-${lot.id}`, {}, { reason: t("form.reason") });
  const send = () =>
    void act(
      () =>
        client.lot.save.mutate({
          name: lot.name,
          kind: lotKinds.find((one) => one === lot.kind) ?? "battery",
          province: lot.province,
          chemistry: takenChemistries.find((one) => one === lot.chemistry) ?? "other",
          tonnes: lot.tonnes,
          energyShare: lot.energyShare ?? undefined,
          u: lot.u ?? undefined,
          testedOn: lot.testedOn ?? undefined,
          accredited: lot.accredited,
          step: lot.step,
          damaged: lot.isDamaged,
          reason: values.reason || undefined,
        }),
      t("lots.reasonKept"),
    );
  return <div className="mb-3">{frame(send, t("lots.giveReason"), text("reason", { required: true }))}</div>;
}
