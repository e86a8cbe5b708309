import type { openApiDocument } from "@lilink/api";

type Document = ReturnType<typeof openApiDocument>;
type Told = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
};

export type GuideOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly scope: string | null;
};
export type Guide = {
  readonly groups: readonly {
    readonly tag: string;
    readonly title: string;
    readonly operations: readonly GuideOperation[];
  }[];
  readonly errors: readonly { readonly status: string; readonly meaning: string }[];
};

/** The document for machines as people read it: operations by what they are about, and the errors. */
export function toGuide({ paths = {}, tags = [], components }: Document): Guide {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, Told>>).map(([method, told]) => ({
      tags: told.tags ?? [],
      id: told.operationId ?? `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      summary: told.summary ?? "",
      scope: told.security?.flatMap((one) => Object.values(one).flat())[0] ?? null,
    })),
  );
  return {
    groups: tags.map(({ name, description }) => ({
      tag: name,
      title: description ?? name,
      operations: operations.flatMap(({ tags: of, ...one }) => (of.includes(name) ? [one] : [])),
    })),
    errors: Object.entries(components?.responses ?? {}).map(([status, response]) => ({
      status,
      meaning: "description" in response ? String(response.description) : "",
    })),
  };
}
