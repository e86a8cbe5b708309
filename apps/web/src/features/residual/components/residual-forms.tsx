"use client";

import { formatDate } from "@lilink/i18n";
import { type TestMethod, takenChemistries, testMethods } from "@lilink/model/register";
import { Field, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useSmallForm } from "#components/use-small-form.tsx";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { readNumber, readShare } from "#lib/form/read-number.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Residual } from "../queries.ts";
import { readAmounts } from "../view.ts";

/** Asks a laboratory for a place in a week that has one. */
export function BookForm({ laboratories }: { readonly laboratories: Residual["laboratories"] }) {
  const t = useTranslations("residual");
  const locale = useLocale();
  const client = useTRPCClient();
  const [first] = laboratories;
  const form = useSmallForm(
    "book",
    {
      laboratory: first?.publicId ?? "",
      code: "",
      week: first?.weeks.find(({ left }) => left > 0)?.week ?? "",
    },
    { laboratory: t("labs.lab"), code: t("tests.code"), week: t("labs.week") },
  );
  const chosen = laboratories.find(({ publicId }) => publicId === form.values.laboratory) ?? first;
  const send = () =>
    void form.act(
      () =>
        client.residual.book.mutate({
          laboratory: chosen?.publicId ?? "",
          code: form.values.code ?? "",
          week: form.values.week ?? "",
        }),
      t("labs.booked"),
    );
  return form.frame(
    send,
    t("labs.bookSend"),
    <>
      {form.choice(
        "laboratory",
        laboratories.map(({ publicId, nameZh, nameEn }) => ({
          value: publicId,
          label: (locale === "en" ? nameEn : null) ?? nameZh ?? nameEn ?? publicId,
        })),
      )}
      {form.choice(
        "week",
        (chosen?.weeks ?? []).map(({ week, left }) => ({
          value: week,
          label: t("labs.weekOf", { week: formatDate(week, locale), left }),
        })),
      )}
      {form.text("code", { required: true })}
    </>,
  );
}

/** Files what a test found. */
export function TestForm({ today }: { readonly today: string }) {
  const t = useTranslations("residual");
  const client = useTRPCClient();
  const form = useSmallForm(
    "test",
    { method: "gbt34015", denominator: "rated", testedOn: today },
    {
      code: t("tests.code"),
      method: t("tests.method"),
      denominator: t("tests.over"),
      testedOn: t("tests.on"),
      energyShare: t("tests.energyField"),
      capacityShare: t("tests.capacityField"),
      u: t("tests.u"),
      resistance: t("tests.resistance"),
      cost: t("tests.costField"),
      minutes: t("tests.minutesField"),
      holder: t("tests.holder"),
    },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.residual.file.mutate({
          code: values.code ?? "",
          method: values.method as TestMethod,
          denominator: values.denominator === "first" ? "first" : "rated",
          testedOn: values.testedOn ?? "",
          energyShare: readShare(values.energyShare),
          capacityShare: readShare(values.capacityShare),
          u: readShare(values.u),
          resistance: readNumber(values.resistance),
          cost: readNumber(values.cost),
          minutes: readNumber(values.minutes),
          ...(values.holder && { holder: values.holder }),
        }),
      ({ accredited }) => t(accredited ? "tests.filedAccredited" : "tests.filed"),
    );
  return form.frame(
    send,
    t("tests.fileSend"),
    <>
      {form.text("code", { required: true })}
      {form.choice(
        "method",
        testMethods.map((value) => ({ value, label: t(`method.${value}`) })),
      )}
      {form.choice("denominator", [
        { value: "rated", label: t("denominator.rated") },
        { value: "first", label: t("denominator.first") },
      ])}
      {form.text("testedOn", { type: "date", max: today, required: true })}
      {form.text("energyShare", { decimal: true })}
      {form.text("u", { decimal: true })}
      {form.text("capacityShare", { decimal: true })}
      {form.text("resistance", { decimal: true })}
      {form.text("cost", { decimal: true })}
      {form.text("minutes", { decimal: true })}
      <BodyField
        id="test-holder"
        label={t("tests.holder")}
        error={form.failures.holder}
        onPick={form.set}
        name="holder"
      />
    </>,
  );
}

/** Keeps a course of capacity. */
export function CourseForm() {
  const t = useTranslations("residual.course");
  const client = useTRPCClient();
  const form = useSmallForm("course", {}, { code: t("code"), rated: t("rated"), amounts: t("amounts") });
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.residual.saveSeries.mutate({
          code: values.code ?? "",
          rated: Number(values.rated),
          amounts: [...(readAmounts(values.amounts ?? "") ?? [])],
        }),
      t("saved"),
    );
  return form.frame(
    send,
    t("saveSend"),
    <>
      {form.text("code", { required: true })}
      {form.text("rated", { decimal: true, required: true })}
      <Field
        id="course-amounts"
        label={t("amounts")}
        help={t("amountsHelp")}
        error={form.failures.amounts}
        className="sm:col-span-2 lg:col-span-3"
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={3}
            value={values.amounts ?? ""}
            onChange={({ target }) => form.set("amounts", target.value)}
          />
        )}
      </Field>
    </>,
  );
}

/** Tells a sale; the buyer confirms it. */
export function SaleForm({ today }: { readonly today: string }) {
  const t = useTranslations("residual");
  const client = useTRPCClient();
  const form = useSmallForm(
    "sale",
    { chemistry: "lfp", soldOn: today },
    {
      code: t("tests.code"),
      buyer: t("sales.buyer"),
      chemistry: t("price.chemistry"),
      energyShare: t("tests.energyField"),
      price: t("sales.price"),
      soldOn: t("sales.on"),
    },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.residual.sell.mutate({
          code: values.code ?? "",
          buyer: values.buyer ?? "",
          chemistry: takenChemistries.find((one) => one === values.chemistry) ?? "other",
          energyShare: readShare(values.energyShare) ?? Number.NaN,
          price: readNumber(values.price) ?? Number.NaN,
          soldOn: values.soldOn ?? "",
        }),
      t("sales.told"),
    );
  return form.frame(
    send,
    t("sales.tellSend"),
    <>
      {form.text("code", { required: true })}
      <BodyField
        id="sale-buyer"
        label={t("sales.buyer")}
        error={form.failures.buyer}
        onPick={form.set}
        name="buyer"
      />
      {form.choice(
        "chemistry",
        takenChemistries.map((value) => ({ value, label: t(`chemistry.${value}`) })),
      )}
      {form.text("energyShare", { decimal: true, required: true })}
      {form.text("price", { decimal: true, required: true })}
      {form.text("soldOn", { type: "date", max: today, required: true })}
    </>,
  );
}

/** Another organization, found by its name. */
function BodyField({
  id,
  label,
  error,
  name,
  onPick,
}: {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly name: string;
  readonly onPick: (name: string, publicId: string) => void;
}) {
  const [picked, setPicked] = useState<PickedOrganization | null>(null);
  return (
    <Field id={id} label={label} error={error}>
      {(aria) => (
        <OrganizationPick
          {...aria}
          label={label}
          value={picked}
          onPick={(one) => {
            setPicked(one);
            onPick(name, one.publicId);
          }}
        />
      )}
    </Field>
  );
}
