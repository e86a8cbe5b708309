"use client";

import type { MergeBar } from "@lilink/model/organization";
import { useTranslations } from "next-intl";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { MergeRequest } from "../queries.ts";
import { PairRequest } from "./pair-request.tsx";

type Side = { readonly publicId: string; readonly name: string; readonly bar: MergeBar | null };

/** Merges one record into the other, or tells them apart. `bar`: why nothing may be merged into that side. [BD3] */
export function PairActions({
  first,
  second,
  request,
}: {
  readonly first: Side;
  readonly second: Side;
  readonly request: MergeRequest | null;
}) {
  const t = useTranslations("body");
  const client = useTRPCClient();
  const sides = [
    { into: first, from: second },
    { into: second, from: first },
  ];
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {sides
          .filter(({ into }) => into.bar === null)
          .map(({ into, from }) => (
            <ReasonDialog
              key={into.publicId}
              label={t("pairs.mergeInto", { name: into.name })}
              title={t("pairs.mergeTitle", { name: into.name, other: from.name })}
              body={t("pairs.mergeBody", { name: into.name, other: from.name })}
              labels={{ from: from.name, into: into.name }}
              run={(reason) => client.body.merge.mutate({ from: from.publicId, into: into.publicId, reason })}
            />
          ))}
        {sides
          .filter(({ into }) => into.bar === "bothAct" && !request)
          .map(({ into, from }) => (
            <ReasonDialog
              key={into.publicId}
              label={t("consent.ask", { name: into.name })}
              title={t("consent.askTitle", { name: into.name, other: from.name })}
              body={t("consent.askBody")}
              labels={{ from: from.name, into: into.name }}
              run={(reason) =>
                client.body.askToMerge.mutate({ from: from.publicId, into: into.publicId, reason })
              }
            />
          ))}
        <ReasonDialog
          label={t("pairs.tellApart")}
          title={t("pairs.apartTitle")}
          body={t("pairs.apartBody", { first: first.name, second: second.name })}
          run={(reason) =>
            client.body.tellApart.mutate({ first: first.publicId, second: second.publicId, reason })
          }
        />
      </div>
      {request ? <PairRequest request={request} /> : null}
      {sides.map(({ into }) =>
        into.bar === null ? null : (
          <p key={into.publicId} className="text-sm text-muted">
            {t("pairs.barred", { name: into.name, why: t(`bar.${into.bar}`) })}
          </p>
        ),
      )}
    </div>
  );
}
