"use client";

import { formatDate, readerHalf } from "@lilink/i18n";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { MergeRequest } from "../queries.ts";

export type ConsentPanelProps = { readonly request: MergeRequest; readonly maySign: boolean };

/** An officer asks whether one record may give way to another: what that does, who signed, and the own signature. [BD8] */
export function ConsentPanel({ request, maySign }: ConsentPanelProps) {
  const t = useTranslations("body.consent");
  const locale = useLocale();
  const client = useTRPCClient();
  const { publicId, reason, dueAt, ownSigned } = request;
  const [merged, into] = [request.merged, request.into].map((side) => organizationName(side, locale)) as [
    string,
    string,
  ];
  const said = (name: string, signed: boolean) => t(signed ? "signedBy" : "waitsFor", { name });
  return (
    <Section id="consent" title={t("title")}>
      <div className="prose-measure flex flex-col gap-2">
        <p>{t("lead", { merged, into, date: formatDate(dueAt, locale) })}</p>
        <p className="text-muted">{t("effect", { merged, into })}</p>
        <p>
          <OwnWords>{t("reason", { reason: readerHalf(reason, locale) })}</OwnWords>
        </p>
        <ul className="list-disc pl-5">
          <li>{said(merged, request.merged.signed)}</li>
          <li>{said(into, request.into.signed)}</li>
        </ul>
      </div>
      {maySign ? (
        <div className="mt-3">
          {ownSigned ? (
            <ConfirmDialog
              label={t("unsign")}
              title={t("unsignTitle")}
              body={t("unsignBody")}
              run={() => client.body.unsignMerge.mutate({ publicId })}
              done={t("unsigned")}
            />
          ) : (
            <ConfirmDialog
              label={t("sign")}
              title={t("signTitle")}
              body={t("signBody")}
              variant="accent"
              run={() => client.body.signMerge.mutate({ publicId })}
              done={t("signed")}
            />
          )}
        </div>
      ) : null}
    </Section>
  );
}
