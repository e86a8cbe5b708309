import { findAttribute } from "@lilink/model/chain";
import { termCodes } from "@lilink/model/matching";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskPage } from "#features/introduction/components/ask-page.tsx";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { requireMember } from "#lib/session.ts";
import { orLeave } from "#lib/trpc/or-leave.ts";
import { caller } from "#lib/trpc/server.ts";

type NewProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** So many names fit into one question. */
const mostAsked = 8;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("introduction.ask"))("title") };
}

export default async function NewIntroductionPage({ searchParams }: NewProps) {
  const { posting, achievement, own, attribute, term } = await searchParams;
  const asked = {
    ...(typeof posting === "string" ? { posting } : {}),
    ...(typeof achievement === "string" ? { achievement } : {}),
  };
  if (Object.keys(asked).length === 0) notFound();
  const query = new URLSearchParams(asked);
  if (typeof own === "string") query.set("own", own);
  const attributes = [attribute ?? []].flat().slice(0, mostAsked);
  const terms = termCodes.filter((one) => [term ?? []].flat().includes(one));
  for (const one of attributes) query.append("attribute", one);
  for (const one of terms) query.append("term", one);
  const viewer = await requireMember(`/introductions/new?${query}`);
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  if (viewer.organization.role === "viewer") return <NotYet cause="reader" />;
  const form = await orLeave((await caller()).introduction.prepare(asked), "/postings");
  if (!form) return <NotYet cause="several" />;
  return (
    <AskPage
      form={form}
      own={typeof own === "string" ? own : undefined}
      attributes={[...new Set(attributes)].filter((id) => findAttribute(id))}
      terms={terms}
    />
  );
}
