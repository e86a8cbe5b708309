import { toShanghaiDate } from "@lilink/model/calendar";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LifePage } from "#features/battery/components/life-page.tsx";
import { readBattery, readPassport } from "#features/battery/queries.ts";
import { toReportStart } from "#features/battery/view.ts";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { keepsBatteries, settlesHandovers } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";

type Props = PageProps<"/[locale]/batteries/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).code.slice(0, 25) };
}

export default async function BatteryPage({ params, searchParams }: Props) {
  const { code } = await params;
  const viewer = await requireMember(`/batteries/${code}`);
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const { known, ...asked } = await searchParams;
  const knownOn = typeof known === "string" && /^\d{4}-\d{2}-\d{2}$/.test(known) ? known : undefined;
  const life = code.length > 40 ? null : await readBattery(code, knownOn);
  if (!life) notFound();
  return (
    <LifePage
      life={life}
      knownOn={knownOn}
      pass={await readPassport(life.code)}
      keeps={keepsBatteries(viewer)}
      settles={settlesHandovers(viewer)}
      start={toReportStart(asked, toShanghaiDate(new Date()))}
      day={typeof asked.on === "string" ? asked.on : undefined}
    />
  );
}
