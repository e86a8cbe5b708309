import { findConcept } from "@lilink/model/chain";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ConceptPage } from "#features/chain/components/concept-page.tsx";
import { readConcept } from "#features/chain/queries.ts";
import { nameOf } from "#features/chain/view.ts";

type PageProps = { readonly params: Promise<{ concept: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ concept }, locale] = await Promise.all([params, getLocale()]);
  const found = findConcept(concept);
  return found ? { title: nameOf(found, locale) } : {};
}

export default async function Concept({ params }: PageProps) {
  const { concept } = await params;
  if (!findConcept(concept)) notFound();
  return <ConceptPage data={await readConcept(concept)} />;
}
