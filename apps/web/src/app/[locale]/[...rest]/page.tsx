import { notFound } from "next/navigation";

/** Every address that no page claims, in the language of its prefix. */
export default function Unclaimed() {
  notFound();
}
