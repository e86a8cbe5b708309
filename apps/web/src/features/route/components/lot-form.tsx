"use client";

import { provinces } from "@lilink/model/codes";
import { takenChemistries } from "@lilink/model/register";
import { lotKinds } from "@lilink/model/trace/lot";
import { Button, Checkbox, Field, Select, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

const start = {
  name: "",
  kind: "battery",
  province: "42",
  chemistry: "lfp",
  tonnes: "",
  energy: "",
  testedOn: "",
  step: "0",
  reason: "",
  accredited: false,
  damaged: false,
};

/** Offers a lot; its takers appear above. */
export function LotForm({ today }: { readonly today: string }) {
  const t = useTranslations("route");
  const locale = useLocale();
  const client = useTRPCClient();
  const [values, setValues] = useState(start);
  const { pending, failures, act } = useAct({
    name: t("form.name"),
    tonnes: t("form.tonnes"),
    energyShare: t("form.energy"),
    testedOn: t("form.testedOn"),
    step: t("form.step"),
  });
  const change = (part: Partial<typeof start>) => setValues({ ...values, ...part });
  const send = () =>
    void act(
      () =>
        client.lot.save.mutate({
          name: values.name,
          kind: lotKinds.find((one) => one === values.kind) ?? "battery",
          province: values.province,
          chemistry: takenChemistries.find((one) => one === values.chemistry) ?? "other",
          tonnes: values.tonnes.trim() === "" ? Number.NaN : Number(values.tonnes),
          ...(values.energy !== "" && { energyShare: Number((Number(values.energy) / 100).toFixed(6)) }),
          ...(values.testedOn !== "" && { testedOn: values.testedOn }),
          ...(values.reason !== "" && { reason: values.reason }),
          accredited: values.accredited,
          damaged: values.damaged,
          step: Number(values.step),
        }),
      t("form.done"),
    );
  const text = (
    name: "name" | "tonnes" | "energy" | "testedOn" | "reason",
    error: string | undefined,
    type: "text" | "date" = "text",
  ) => (
    <Field id={`lot-${name}`} label={t(`form.${name}`)} error={error}>
      {(aria) => (
        <TextInput
          {...aria}
          type={type}
          {...(type === "date" ? { max: today } : {})}
          inputMode={name === "tonnes" || name === "energy" ? "decimal" : undefined}
          value={values[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );
  const choice = (
    name: "kind" | "province" | "chemistry" | "step",
    options: readonly { value: string; label: string }[],
  ) => (
    <Field id={`lot-${name}`} label={t(`form.${name}`)} error={name === "step" ? failures.step : undefined}>
      {(aria) => (
        <Select
          {...aria}
          value={values[name]}
          options={options}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );
  const isBattery = values.kind === "battery";
  return (
    <form
      method="post"
      className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {text("name", failures.name)}
      {choice(
        "kind",
        lotKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      )}
      {choice(
        "province",
        provinces.map(({ code, zh, en }) => ({ value: code, label: locale === "en" ? en : zh })),
      )}
      {text("tonnes", failures.tonnes)}
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
          {text("energy", failures.energyShare)}
          {text("testedOn", failures.testedOn, "date")}
          {values.chemistry === "lfp" ? null : text("reason", undefined)}
        </>
      ) : null}
      <div className="flex flex-wrap gap-x-6 sm:col-span-2 lg:col-span-3">
        {isBattery ? (
          <Checkbox
            label={t("form.accredited")}
            checked={values.accredited}
            onChange={({ target }) => change({ accredited: target.checked })}
          />
        ) : null}
        <Checkbox
          label={t("form.damaged")}
          checked={values.damaged}
          onChange={({ target }) => change({ damaged: target.checked })}
        />
      </div>
      <Button type="submit" variant="accent" pending={pending} className="justify-self-start">
        {t("form.send")}
      </Button>
    </form>
  );
}
