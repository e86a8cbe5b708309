"use client";

import { linkIds } from "@lilink/model/chain";
import { organizationSizes } from "@lilink/model/organization";
import { useTranslations } from "next-intl";
import { ticked, useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

const kinds = ["enterprise", "university_or_institute", "association"] as const;

/** Terms from a day on; a box that is not ticked asks nothing of its kind. [IC1] */
export function TermsForm({ publicId, today }: { readonly publicId: string; readonly today: string }) {
  const t = useTranslations("incentive");
  const organization = useTranslations("organization");
  const link = useTranslations("common.link");
  const client = useTRPCClient();
  const labels = {
    from: t("from"),
    most: t("most"),
    claims: t("claims"),
    provinces: t("provinces"),
    ...Object.fromEntries(kinds.map((one) => [`kind-${one}`, organization(`kind.${one}`)])),
    ...Object.fromEntries(organizationSizes.map((one) => [`size-${one}`, organization(`size.${one}`)])),
    ...Object.fromEntries(linkIds.map((one) => [`link-${one}`, link(one)])),
  };
  const start = { from: today, most: "", claims: "", provinces: "" };
  const { values, text, box, frame, act } = useSmallForm("terms", start, labels);
  const chosen = <T extends string>(of: string, all: readonly T[]) =>
    all.filter((one) => values[`${of}-${one}`] === ticked);
  const send = () =>
    act(
      () =>
        client.incentive.setTerms.mutate({
          publicId,
          from: values.from ?? "",
          kinds: chosen("kind", kinds),
          sizes: chosen("size", organizationSizes),
          links: chosen("link", linkIds),
          provinces: (values.provinces ?? "").split(/[,，\s]+/).filter(Boolean),
          most: values.most?.trim() || null,
          claims: values.claims?.trim() ? Number(values.claims) : null,
        }),
      t("set"),
    );
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-link">{t("setTerms")}</summary>
      <p className="prose-measure my-2 text-muted">{t("setLead")}</p>
      {frame(
        () => void send(),
        t("setTerms"),
        <>
          {text("from", { type: "date", required: true })}
          {text("most", { decimal: true })}
          {text("claims", { decimal: true })}
          {text("provinces")}
          <Boxes legend={t("kinds")}>{kinds.map((one) => box(`kind-${one}`))}</Boxes>
          <Boxes legend={t("sizes")}>{organizationSizes.map((one) => box(`size-${one}`))}</Boxes>
          <Boxes legend={t("links")}>{linkIds.map((one) => box(`link-${one}`))}</Boxes>
        </>,
      )}
    </details>
  );
}

function Boxes({ legend, children }: { readonly legend: string; readonly children: React.ReactNode }) {
  return (
    <fieldset className="self-start">
      <legend className="mb-1">{legend}</legend>
      {children}
    </fieldset>
  );
}
