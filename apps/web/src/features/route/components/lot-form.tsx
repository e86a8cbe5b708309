"use client";

import { provinces } from "@lilink/model/codes";
import { takenChemistries } from "@lilink/model/register";
import { lotKinds } from "@lilink/model/trace/lot";
import { useLocale, useTranslations } from "next-intl";
import { ticked, useSmallForm } from "#components/use-small-form.tsx";
import { readNumber, readShare } from "#lib/form/read-number.ts";
import { inLocale } from "#lib/in-locale.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = { readonly today: string; readonly province: string | null };

/** Offers a lot; its takers appear above. */
export function LotForm({ today, province }: Given) {
  const t = useTranslations("route");
  const own = useTranslations("common.ownWords");
  const locale = useLocale();
  const client = useTRPCClient();
  const { values, text, choice, box, frame, act } = useSmallForm(
    "lot",
    { kind: "battery", province: province ?? "", chemistry: "lfp", step: "0" },
    {
      name: t("form.name"),
      kind: t("form.kind"),
      province: t("form.province"),
      chemistry: t("form.chemistry"),
      tonnes: t("form.tonnes"),
      energyShare: t("form.energy"),
      testedOn: t("form.testedOn"),
      step: t("form.step"),
      reason: t("form.reason"),
      accredited: t("form.accredited"),
      damaged: t("form.damaged"),
    },
  );
  const send = () =>
    void act(
      () =>
        client.lot.save.mutate({
          name: values.name ?? "",
          kind: lotKinds.find((one) => one === values.kind) ?? "battery",
          province: values.province ?? "",
          chemistry: takenChemistries.find((one) => one === values.chemistry) ?? "other",
          tonnes: readNumber(values.tonnes) ?? Number.NaN,
          energyShare: readShare(values.energyShare),
          testedOn: values.testedOn || undefined,
          reason: values.reason || undefined,
          accredited: values.accredited === ticked,
          damaged: values.damaged === ticked,
          step: Number(values.step),
        }),
      t("form.done"),
    );
  const isBattery = values.kind === "battery";
  return frame(
    send,
    t("form.send"),
    <>
      {text("name", { help: own("help") })}
      {choice(
        "kind",
        lotKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      )}
      {choice(
        "province",
        provinces.map((one) => ({ value: one.code, label: inLocale(one, locale) })),
        t("form.choose"),
      )}
      {text("tonnes", { decimal: true })}
      {isBattery ? (
        <>
          {choice(
            "chemistry",
            takenChemistries.map((value) => ({ value, label: t(`chemistry.${value}`) })),
          )}
          {choice(
            "step",
            (["0", "1", "2", "3"] as const).map((value) => ({ value, label: t(`step.${value}`) })),
          )}
          {text("energyShare", { decimal: true })}
          {text("testedOn", { type: "date", max: today })}
          {values.chemistry === "lfp" ? null : text("reason")}
        </>
      ) : null}
      <div className="flex flex-wrap gap-x-6 sm:col-span-2 lg:col-span-3">
        {isBattery ? box("accredited") : null}
        {box("damaged")}
      </div>
    </>,
  );
}
