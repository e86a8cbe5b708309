import { type OutputKind, toOutputKey } from "@lilink/model/fund/life";
import type { OpenProject } from "./open-project.ts";

const vocabulary = "https://vocabulary.raid.org";
const mostTitle = 100;
const mostDescription = 1000;
const titleType = { first: `${vocabulary}/title.type.id/380`, next: `${vocabulary}/title.type.id/379` };
const descriptionType = {
  first: `${vocabulary}/description.type.id/326`,
  next: `${vocabulary}/description.type.id/321`,
};
/** Kinds that RAiD has a type for; a person who was trained is no object. */
const objectTypes: Readonly<Partial<Record<OutputKind, number>>> = {
  paper: 250,
  dataset: 269,
  software: 259,
  standard: 251,
  sample: 270,
  process: 249,
  patent: 265,
};

/** Pieces that are not longer than a field takes; together they are the whole text. @example inPieces("abc", 2) // ["ab", "c"] */
export function inPieces(text: string, most: number): readonly string[] {
  const signs = [...text];
  return Array.from({ length: Math.max(1, Math.ceil(signs.length / most)) }, (_, at) =>
    signs.slice(at * most, (at + 1) * most).join(""),
  );
}

/** Texts of a project are in Chinese where they hold a Chinese sign. */
const languageOf = (text: string) => ({
  id: /\p{Script=Han}/u.test(text) ? "zho" : "eng",
  schemaUri: "https://www.iso.org/standard/74575.html",
});

/**
 * A project in the blocks of RAiD 1.6. It is no registered RAiD: the ids of project and organization are ours, as `schemaUri` says, and contributors are
 * left out, since RAiD knows people by ORCID or ISNI alone. Outputs are those with a DOI. [PJ5]
 */
export function toRaid(project: OpenProject, home: string) {
  const { publicId, title, abstract, startsOn, endsOn, lead, outputs } = project;
  const url = `${home}/fund/awards/${publicId}`;
  return {
    metadata: { schemaUri: "https://metadata.raid.org/en/v1.6/index.html" },
    identifier: {
      id: url,
      schemaUri: `${home}/`,
      owner: { id: `${home}/organizations/${lead.publicId}`, schemaUri: `${home}/` },
      license: "Creative Commons CC-BY-4.0",
      version: 1,
    },
    title: inPieces(title, mostTitle).map((text, at) => ({
      text,
      type: {
        id: at === 0 ? titleType.first : titleType.next,
        schemaUri: `${vocabulary}/title.type.schema/376`,
      },
      language: languageOf(title),
      startDate: startsOn,
    })),
    date: { startDate: startsOn, endDate: endsOn },
    description:
      abstract === ""
        ? []
        : inPieces(abstract, mostDescription).map((text, at) => ({
            text,
            type: {
              id: at === 0 ? descriptionType.first : descriptionType.next,
              schemaUri: `${vocabulary}/description.type.schema/320`,
            },
            language: languageOf(abstract),
          })),
    access: {
      type: {
        id: "https://vocabularies.coar-repositories.org/access_rights/c_abf2/",
        schemaUri: "https://vocabularies.coar-repositories.org/access_rights/",
      },
    },
    organisation: [
      {
        id: `${home}/organizations/${lead.publicId}`,
        schemaUri: `${home}/`,
        role: [
          {
            id: `${vocabulary}/organisation.role.schema/182`,
            schemaUri: `${vocabulary}/organisation.role.schema/359`,
            startDate: startsOn,
          },
        ],
      },
    ],
    relatedObject: outputs.flatMap(({ kind, identifier }) => {
      const [key, type] = [toOutputKey(identifier), objectTypes[kind]];
      if (!key.startsWith("10.") || type === undefined) return [];
      return [
        {
          id: `https://doi.org/${key}`,
          schemaUri: "http://doi.org/",
          type: {
            id: `${vocabulary}/relatedObject.type.schema/${type}`,
            schemaUri: `${vocabulary}/relatedObject.type.schema/329`,
          },
          category: [
            {
              id: `${vocabulary}/relatedObject.category.id/190`,
              schemaUri: `${vocabulary}/relatedObject.category.schema/385`,
            },
          ],
        },
      ];
    }),
    alternateUrl: [{ url }],
  };
}
export type RaidProject = ReturnType<typeof toRaid>;
