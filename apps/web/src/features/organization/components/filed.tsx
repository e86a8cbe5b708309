"use client";

import { NoticeBox } from "@lilink/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { TextLink } from "#components/button-link.tsx";
import { useTRPC } from "#lib/trpc/use-trpc.ts";
import { ProofUpload } from "./proof-upload.tsx";

export type FiledProps = {
  readonly way: "claim" | "new";
  readonly name: string;
  readonly claim: string;
  /** Whoever registered a body acts for it already and may write; whoever claims one waits for it. */
  readonly canDraft: boolean;
  readonly children?: ReactNode;
};

/** What was filed, what comes next and how long it took others, and what can be done until then. */
export function Filed({ way, name, claim, canDraft, children }: FiledProps) {
  const t = useTranslations("organization.filed");
  const box = useRef<HTMLDivElement>(null);
  // The form is gone: the focus goes to what came of it.
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="flex flex-col gap-6">
      <div ref={box} tabIndex={-1} className="outline-offset-4">
        <NoticeBox tone="success" title={t("title")}>
          <p>{t(way, { name })}</p>
        </NoticeBox>
      </div>
      {children}
      <section aria-labelledby="filed-next">
        <h2 id="filed-next" className="mb-2 text-lg">
          {t("next")}
        </h2>
        <ol className="flex list-decimal flex-col gap-1 pl-5">
          <li>{t("nextProof")}</li>
          <li>
            {t("nextOfficer")} <Pace />
          </li>
          <li>{t("nextLetter")}</li>
        </ol>
      </section>
      <ProofUpload claim={claim} />
      <section aria-labelledby="filed-meanwhile">
        <h2 id="filed-meanwhile" className="mb-2 text-lg">
          {t("meanwhile")}
        </h2>
        <ul className="flex flex-col gap-1">
          {canDraft ? (
            <li>
              <TextLink href="/postings/new">{t("draft")}</TextLink>
            </li>
          ) : null}
          <li>
            <TextLink href="/postings">{t("browse")}</TextLink>
          </li>
          <li>
            <TextLink href="/desk">{t("desk")}</TextLink>
          </li>
        </ul>
      </section>
    </div>
  );
}

const mostHours = 48;

/** How long the last decisions took, once there are enough of them. */
function Pace() {
  const t = useTranslations("organization.filed");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.claim.pace.queryOptions({}));
  if (!data) return null;
  const { hours, of } = data;
  if (hours === null) return <span className="text-muted">{t("noPace")}</span>;
  const whole = Math.ceil(hours);
  return (
    <span className="text-muted">
      {whole <= mostHours
        ? t("pace", { of, hours: whole })
        : t("paceDays", { of, days: Math.ceil(hours / 24) })}
    </span>
  );
}
