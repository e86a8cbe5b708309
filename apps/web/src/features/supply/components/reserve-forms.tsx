"use client";

import { type ReserveMove, type ReserveProduct, reserveMoves, reserveProducts } from "@lilink/model/supply";
import { Button, Field, Select, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Room } from "../queries.ts";

type FormProps = {
  readonly title: string;
  readonly submit: string;
  readonly pending: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

function Form({ title, submit, pending, onSubmit, children }: FormProps) {
  return (
    <StateForm noValidate className="flex flex-col gap-4 border-t border-line pt-4" onSend={() => onSubmit()}>
      <h3 className="font-semibold">{title}</h3>
      {children}
      <Button type="submit" pending={pending} className="self-start">
        {submit}
      </Button>
    </StateForm>
  );
}

type MoveFormProps = Pick<Room, "stocks" | "decisions"> & { readonly onDone: () => void };

/** Enters what happened to a stock; what leaves or is rotated names its decision. [RS1] */
export function MoveForm({ stocks, decisions, onDone }: MoveFormProps) {
  const t = useTranslations("supply.reserve");
  const products = useTranslations("supply.products");
  const client = useTRPCClient();
  const first = { stock: stocks[0]?.publicId ?? "", kind: "in" as ReserveMove, tonnes: "", occurredOn: "" };
  const [typed, setTyped] = useState({ ...first, decision: "", note: "" });
  const { pending, failures, act } = useAct({
    ...{ stock: t("stock"), kind: t("kind"), tonnes: t("tonnes"), occurredOn: t("day") },
    ...{ decision: t("decision"), note: t("note") },
  });
  const set = (name: keyof typeof typed) => (event: { readonly target: { readonly value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const save = async () => {
    const { tonnes, decision, note, ...rest } = typed;
    const done = await act(
      () =>
        client.reserve.move.mutate({
          ...rest,
          tonnes: Number(tonnes),
          ...(decision && { decision }),
          ...(note && { note }),
        }),
      t("saved"),
    );
    if (!done) return;
    setTyped({ ...typed, tonnes: "", note: "" });
    onDone();
  };
  return (
    <Form title={t("enter")} submit={t("save")} pending={pending} onSubmit={() => void save()}>
      <Field id="move-stock" label={t("stock")} error={failures.stock}>
        {(aria) => (
          <Select
            {...aria}
            value={typed.stock}
            onChange={set("stock")}
            options={stocks.map(({ publicId, product, site }) => ({
              value: publicId,
              label: `${products(product as "carbonate")} · ${site}`,
            }))}
          />
        )}
      </Field>
      <Field id="move-kind" label={t("kind")} error={failures.kind}>
        {(aria) => (
          <Select
            {...aria}
            value={typed.kind}
            onChange={set("kind")}
            options={reserveMoves.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        )}
      </Field>
      <Field id="move-tonnes" label={t("tonnes")} error={failures.tonnes} required>
        {(aria) => <TextInput {...aria} inputMode="decimal" value={typed.tonnes} onChange={set("tonnes")} />}
      </Field>
      <Field id="move-day" label={t("day")} error={failures.occurredOn} required>
        {(aria) => <TextInput {...aria} type="date" value={typed.occurredOn} onChange={set("occurredOn")} />}
      </Field>
      <Field id="move-decision" label={t("decision")} help={t("decisionHelp")} error={failures.decision}>
        {(aria) => (
          <Select
            {...aria}
            value={typed.decision}
            onChange={set("decision")}
            options={[
              { value: "", label: t("noDecision") },
              ...decisions.map(({ publicId, text }) => ({ value: publicId, label: text })),
            ]}
          />
        )}
      </Field>
      <Field id="move-note" label={t("note")} error={failures.note}>
        {(aria) => <TextInput {...aria} value={typed.note} onChange={set("note")} />}
      </Field>
    </Form>
  );
}

const words = ["grade", "form", "site", "custodian"] as const;

/** Adds a stock to the list. [RS1] */
export function StockForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTranslations("supply.reserve");
  const products = useTranslations("supply.products");
  const client = useTRPCClient();
  const nothing = { product: "carbonate" as ReserveProduct, grade: "", form: "", site: "", custodian: "" };
  const [typed, setTyped] = useState({ ...nothing, targetDays: "", shelfLifeDays: "" });
  const { pending, failures, act } = useAct({
    ...{ product: t("product"), grade: t("grade"), form: t("form"), site: t("site") },
    ...{ custodian: t("custodian"), targetDays: t("targetDays"), shelfLifeDays: t("shelfLifeDays") },
  });
  const set = (name: keyof typeof typed) => (event: { readonly target: { readonly value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const save = async () => {
    const { targetDays, shelfLifeDays, ...rest } = typed;
    const done = await act(
      () =>
        client.reserve.add.mutate({
          ...rest,
          targetDays: Number(targetDays),
          ...(shelfLifeDays && { shelfLifeDays: Number(shelfLifeDays) }),
        }),
      t("added"),
    );
    if (!done) return;
    setTyped({ ...nothing, targetDays: "", shelfLifeDays: "" });
    onDone();
  };
  return (
    <Form title={t("add")} submit={t("addSave")} pending={pending} onSubmit={() => void save()}>
      <Field id="stock-product" label={t("product")} error={failures.product}>
        {(aria) => (
          <Select
            {...aria}
            value={typed.product}
            onChange={set("product")}
            options={reserveProducts.map((value) => ({ value, label: products(value) }))}
          />
        )}
      </Field>
      {words.map((name) => (
        <Field key={name} id={`stock-${name}`} label={t(name)} error={failures[name]} required>
          {(aria) => <TextInput {...aria} value={typed[name]} onChange={set(name)} />}
        </Field>
      ))}
      <Field id="stock-target" label={t("targetDays")} error={failures.targetDays} required>
        {(aria) => (
          <TextInput {...aria} inputMode="numeric" value={typed.targetDays} onChange={set("targetDays")} />
        )}
      </Field>
      <Field id="stock-life" label={t("shelfLifeDays")} error={failures.shelfLifeDays}>
        {(aria) => (
          <TextInput
            {...aria}
            inputMode="numeric"
            value={typed.shelfLifeDays}
            onChange={set("shelfLifeDays")}
          />
        )}
      </Field>
    </Form>
  );
}
