"use client";

import type { relaySources } from "@lilink/contract";
import { readerHalf } from "@lilink/i18n";
import { maturityLadder } from "@lilink/model/fund/life";
import { type ComboboxOption, Field } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { WordCombobox } from "#components/word-combobox.tsx";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Source = {
  readonly publicId: string;
  readonly title: string;
  readonly source: (typeof relaySources)[number];
};
type Given = {
  readonly sources: readonly Source[];
  readonly concepts: readonly ComboboxOption[];
  readonly chosen: string | undefined;
};

/** Puts a result on the board. [RY1] */
export function OfferForm({ sources, concepts, chosen }: Given) {
  const t = useTranslations("relay");
  const locale = useLocale();
  const client = useTRPCClient();
  const router = useRouter();
  const first = sources.find(({ publicId }) => publicId === chosen)?.publicId ?? "";
  const form = useSmallForm(
    "offer",
    { of: first, rung: "lab" },
    { of: t("offer.of"), use: t("offer.use"), node: t("offer.node"), rung: t("offer.rung") },
  );
  const { values, set, failures } = form;
  const send = () =>
    void form.act(async () => {
      const { publicId } = await client.relay.offer.mutate({
        source: sources.find((one) => one.publicId === values.of)?.source ?? "output",
        of: values.of ?? "",
        use: values.use ?? "",
        node: values.node ?? "",
        rung: maturityLadder.find((rung) => rung === values.rung) ?? "lab",
      });
      router.push(`/fund/relay/${publicId}`);
    }, t("offer.sent"));
  return form.frame(
    send,
    t("offer.send"),
    <>
      {form.choice(
        "of",
        sources.map(({ publicId, title, source }) => ({
          value: publicId,
          label: `${readerHalf(title, locale)} (${t(`source.${source}`)})`,
        })),
        t("offer.choose"),
      )}
      <Field id="offer-node" label={t("offer.node")} error={failures.node} required>
        {(aria) => (
          <WordCombobox
            {...aria}
            options={concepts}
            value={values.node ?? null}
            onChange={(node) => set("node", node ?? "")}
            text={{ placeholder: t("offer.choose"), search: t("offer.search"), empty: t("offer.empty") }}
          />
        )}
      </Field>
      {form.choice(
        "rung",
        maturityLadder.map((value) => ({ value, label: t(`rung.${value}`) })),
      )}
      {form.text("use", { help: t("offer.useHelp"), required: true })}
    </>,
  );
}
