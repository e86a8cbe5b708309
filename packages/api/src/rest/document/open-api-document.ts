import { postingContent, restTags } from "@lilink/contract/rest";
import { catalog, type Locale } from "@lilink/i18n";
import { generateOpenApiDocument, type OpenAPIObject } from "trpc-to-openapi";
import { listOperations } from "../list-operations.ts";
import { restEndpoint } from "../request/handle-rest.ts";
import { restRouter } from "../rest-router.ts";
import { errorBody } from "./error-body.ts";
import { type OperationObject, securityScheme, tellOperation } from "./tell-operation.ts";

const version = "1.0.0";
const license = { name: "Apache 2.0", identifier: "Apache-2.0" };

const made = new Map<string, OpenAPIObject>();

/** The OpenAPI 3.1 document of the REST face at a public address, made once for each language. */
export function openApiDocument(publicUrl: string, locale: Locale): OpenAPIObject {
  const key = `${locale} ${publicUrl}`;
  const known = made.get(key) ?? makeDocument(publicUrl, locale);
  made.set(key, known);
  return known;
}

function makeDocument(publicUrl: string, locale: Locale): OpenAPIObject {
  const { document: texts, tag, response } = catalog[locale].api;
  const document = generateOpenApiDocument(restRouter, {
    title: texts.title,
    description: texts.description,
    version,
    license,
    contact: { name: texts.contact, url: publicUrl },
    baseUrl: new URL(restEndpoint, publicUrl).href,
    openApiVersion: "3.1.0",
    tags: [...restTags],
    securitySchemes: {
      [securityScheme]: {
        type: "http",
        scheme: "bearer",
        bearerFormat: "llk_…",
        description: texts.security,
      },
    },
    defs: { Error: errorBody, PostingContent: postingContent },
  });
  document.tags = restTags.map((name) => ({ name, description: tag[name] }));
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };
  document.components = {
    ...document.components,
    responses: Object.fromEntries(
      Object.entries(response).map(([status, description]) => [status, { description, content }]),
    ),
  };
  for (const operation of listOperations()) {
    const item = document.paths?.[operation.path] as Record<string, OperationObject> | undefined;
    const target = item?.[operation.method.toLowerCase()];
    if (target) tellOperation(target, operation, locale);
  }
  return openShapes(document);
}

/** A program must stand a field that is added later, so no shape is called complete. */
function openShapes(document: OpenAPIObject): OpenAPIObject {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === "additionalProperties" && value === false ? undefined : value,
  );
}
