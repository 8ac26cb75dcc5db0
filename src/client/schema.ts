/* The types of the API, written by "npm run api-client" from the service's own document. */

export interface paths {
    readonly "/algorithms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The names of algorithms that a match can ask for */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly algorithms: readonly ({
                                readonly name: string;
                            } & {
                                readonly [key: string]: unknown;
                            })[];
                            readonly best: string;
                            readonly default: string;
                        } & {
                            readonly [key: string]: unknown;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/goods/ask": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the measures say of goods on a way on a day */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["GoodsRequestInput"];
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["GoodsAnswer"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/goods/codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Codes that goods described in words may have; a person classifies */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["CodesRequestInput"];
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["CodesAnswer"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Invitations that are open */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description `next` of the page before */
                    readonly cursor?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly {
                                /** Format: date-time */
                                readonly createdAt: string;
                                readonly email: string;
                                /** Format: date-time */
                                readonly expiresAt: string;
                                readonly id: string;
                                /** @enum {string} */
                                readonly role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                            }[];
                            readonly next: string | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** Invite somebody; the answer holds the link to hand over */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: email */
                        readonly email: string;
                        /** @enum {string} */
                        readonly role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly expiresAt: string;
                            readonly id: string;
                            /** @description hand it to the person; it opens once */
                            readonly url: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/invitations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Withdraw an invitation */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description nothing */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** API keys, also those that ended */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description `next` of the page before */
                    readonly cursor?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly {
                                /** Format: date-time */
                                readonly createdAt: string;
                                readonly createdBy: string;
                                /** Format: date-time */
                                readonly expiresAt: string;
                                readonly id: string;
                                /** @description to within ten seconds */
                                readonly lastUsedAt: string | null;
                                readonly lastUsedFrom: string | null;
                                readonly name: string;
                                readonly permissions: readonly ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                                readonly revokedAt: string | null;
                                /** @description its first characters */
                                readonly start: string;
                            }[];
                            readonly next: string | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** Make an API key; its text stands in the answer and nowhere else */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description how long it opens
                         * @default 90
                         */
                        readonly days?: number;
                        readonly name: string;
                        readonly permissions: readonly ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "webhooks.manage" | "people.read" | "organization.read" | "waivers.read" | "waivers.write" | "workers.read" | "workers.write" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            /** Format: date-time */
                            readonly expiresAt: string;
                            readonly id: string;
                            readonly key: string;
                            /** @description to within ten seconds */
                            readonly lastUsedAt: string | null;
                            readonly lastUsedFrom: string | null;
                            readonly name: string;
                            readonly permissions: readonly ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            readonly revokedAt: string | null;
                            /** @description its first characters */
                            readonly start: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Withdraw an API key: at once here, within five seconds in other processes */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            /** Format: date-time */
                            readonly expiresAt: string;
                            readonly id: string;
                            /** @description to within ten seconds */
                            readonly lastUsedAt: string | null;
                            readonly lastUsedFrom: string | null;
                            readonly name: string;
                            readonly permissions: readonly ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            readonly revokedAt: string | null;
                            /** @description its first characters */
                            readonly start: string;
                        };
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/links/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What a one-time link is for */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly token: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly email: string | null;
                            /** Format: date-time */
                            readonly expiresAt: string;
                            readonly organizationName: string | null;
                            /** @enum {string} */
                            readonly purpose: "first-owner" | "invitation" | "new-password";
                            readonly role: ("owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer") | null;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/links/use": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Use a one-time link; a new account is signed in by the answer's cookie */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: email */
                        readonly email?: string;
                        readonly name?: string;
                        readonly organizationName?: string;
                        /** @description left out by a person who is signed in and accepts an invitation */
                        readonly password?: string;
                        readonly token: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly email: string;
                            readonly organizationId: string;
                            readonly userId: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/listed/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One listed party: names, facts, listings with their editions, and relations both ways */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly at?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ListedParty"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/lists": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The lists in force, with their editions */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Lists"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/lists/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One list */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["List"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/lists/update": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Look for newer editions now; the lists in force stay until newer ones are open */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 202: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly started: boolean;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/organization": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The organisation */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            readonly demo: boolean;
                            readonly id: string;
                            readonly name: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Give the organisation another name */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly name: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            readonly demo: boolean;
                            readonly id: string;
                            readonly name: string;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/organizations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make another organisation, as its owner */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly name: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            readonly demo: boolean;
                            readonly id: string;
                            readonly name: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The people of the organisation */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description `next` of the page before */
                    readonly cursor?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly {
                                readonly email: string;
                                readonly id: string;
                                /** Format: date-time */
                                readonly joinedAt: string;
                                readonly name: string;
                                /** @enum {string} */
                                readonly role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                                /** @description has an authenticator or a passkey */
                                readonly secondFactor: boolean;
                            }[];
                            readonly next: string | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Take a person out of the organisation */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description nothing */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        /** Give a person another role */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                    };
                };
            };
            readonly responses: {
                /** @description nothing */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/people/{id}/password-link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A link by which a person sets a new password */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly expiresAt: string;
                            readonly id: string;
                            /** @description hand it to the person; it opens once */
                            readonly url: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/roles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The roles, and what each and a key may do */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly keyPermissions: readonly ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            readonly roles: readonly {
                                readonly permissions: readonly ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                                /** @enum {string} */
                                readonly role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                            }[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/screen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Whom a party may be among the listed; nothing is kept */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["ScreenRequestInput"];
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ScreenAnswer"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is signed in, where, and what they may do */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly email: string | null;
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "person" | "key";
                            readonly name: string;
                            readonly organization: {
                                /** Format: date-time */
                                readonly createdAt: string;
                                /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                                readonly demo: boolean;
                                readonly id: string;
                                readonly name: string;
                            };
                            /** @description all that a person belongs to */
                            readonly organizations: readonly {
                                /** Format: date-time */
                                readonly createdAt: string;
                                /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                                readonly demo: boolean;
                                readonly id: string;
                                readonly name: string;
                                /** @enum {string} */
                                readonly role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                            }[];
                            readonly permissions: readonly ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            /** @description null for a key: it has the permissions that it was given */
                            readonly role: ("owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer") | null;
                            /** @description whether a second factor is set up; null for a key */
                            readonly secondFactor: boolean | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/organization": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Work in another of one's organisations from now on */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly organizationId: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            readonly demo: boolean;
                            readonly id: string;
                            readonly name: string;
                        };
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sign-in-ways": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How one can sign in here */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly identityProvider: {
                                readonly id: string;
                                readonly name: string;
                            } | null;
                            /** @enum {boolean} */
                            readonly passkey: true;
                            /** @enum {boolean} */
                            readonly password: true;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/catalog": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The datasets served, with their versions */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly current: readonly string[];
                            readonly datasets: readonly ({
                                readonly name: string;
                                readonly title: string;
                                readonly version: string;
                            } & {
                                readonly [key: string]: unknown;
                            })[];
                            readonly index_stale: boolean;
                            readonly outdated: readonly string[];
                        };
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One entity, with what belongs to it */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly nested?: boolean;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteEntity"];
                    };
                };
                /** @description Default Response */
                readonly 308: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{id}/adjacent": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What an entity is linked to, property by property */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly offset?: number;
                    /** @description field:asc or field:desc */
                    readonly sort?: readonly string[];
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly adjacent: {
                                readonly [key: string]: {
                                    readonly limit: number;
                                    readonly offset: number;
                                    readonly results: readonly unknown[];
                                    readonly total: {
                                        readonly relation: string;
                                        readonly value: number;
                                    };
                                };
                            };
                            readonly entity: components["schemas"]["YenteEntity"];
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{id}/adjacent/{property}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What an entity is linked to by one property */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly offset?: number;
                    /** @description field:asc or field:desc */
                    readonly sort?: readonly string[];
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly property: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly limit: number;
                            readonly offset: number;
                            readonly results: readonly unknown[];
                            readonly total: {
                                readonly relation: string;
                                readonly value: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/healthz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The process runs */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly status: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manifest": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The datasets served, with their versions */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly current: readonly string[];
                            readonly datasets: readonly ({
                                readonly name: string;
                                readonly title: string;
                                readonly version: string;
                            } & {
                                readonly [key: string]: unknown;
                            })[];
                            readonly index_stale: boolean;
                            readonly outdated: readonly string[];
                        };
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/match/{dataset}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Whom each example may be */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    readonly algorithm?: string;
                    readonly changed_since?: string;
                    readonly cutoff?: number;
                    readonly exclude_dataset?: readonly string[];
                    readonly exclude_entity_ids?: readonly string[];
                    readonly exclude_schema?: readonly string[];
                    readonly include_dataset?: readonly string[];
                    readonly limit?: number;
                    readonly threshold?: number;
                    readonly topics?: readonly string[];
                };
                readonly header?: never;
                readonly path: {
                    /** @description Dataset or collection, such as default */
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly config?: {
                            readonly [key: string]: unknown;
                        };
                        readonly queries: {
                            readonly [key: string]: components["schemas"]["YenteExampleInput"];
                        };
                        readonly weights?: {
                            readonly [key: string]: number;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly limit: number;
                            readonly responses: {
                                readonly [key: string]: {
                                    readonly query: components["schemas"]["YenteExample"];
                                    readonly results: readonly components["schemas"]["YenteScoredEntity"][];
                                    readonly status: number;
                                    readonly total: {
                                        readonly relation: string;
                                        readonly value: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The data is open, and how the last update went */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly status: string;
                            readonly update: {
                                readonly at: string | null;
                                readonly ok: boolean;
                                readonly problem: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the reconciliation service offers (W3C Reconciliation 0.2) */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    /** @description Dataset or collection, such as default */
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly name: string;
                            readonly versions: readonly string[];
                        } & {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Reconciles texts, or extends rows by properties; a form with queries or extend */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    /** @description Dataset or collection, such as default */
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}/extend/property": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Properties by which rows can be extended */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly type?: string;
                };
                readonly header?: never;
                readonly path: {
                    /** @description Dataset or collection, such as default */
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly properties: readonly unknown[];
                        } & {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}/suggest/entity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a prefix may become */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly prefix?: string;
                };
                readonly header?: never;
                readonly path: {
                    /** @description Dataset or collection, such as default */
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly result: readonly unknown[];
                        } & {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}/suggest/property": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a prefix may become */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly prefix?: string;
                };
                readonly header?: never;
                readonly path: {
                    /** @description Dataset or collection, such as default */
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly result: readonly unknown[];
                        } & {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}/suggest/type": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a prefix may become */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly prefix?: string;
                };
                readonly header?: never;
                readonly path: {
                    /** @description Dataset or collection, such as default */
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly result: readonly unknown[];
                        } & {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/search/{dataset}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Entities that a text finds */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly changed_since?: string;
                    readonly countries?: readonly string[];
                    readonly datasets?: readonly string[];
                    readonly exclude_dataset?: readonly string[];
                    readonly exclude_schema?: readonly string[];
                    readonly facets?: readonly string[];
                    readonly filter?: readonly string[];
                    readonly filter_op?: "OR" | "AND";
                    readonly fuzzy?: boolean;
                    readonly include_dataset?: readonly string[];
                    readonly limit?: number;
                    readonly offset?: number;
                    readonly q?: string;
                    readonly schema?: string;
                    readonly simple?: boolean;
                    /** @description field:asc or field:desc */
                    readonly sort?: readonly string[];
                    readonly topics?: readonly string[];
                };
                readonly header?: never;
                readonly path: {
                    /** @description Dataset or collection, such as default */
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly facets: {
                                readonly [key: string]: {
                                    readonly label: string;
                                    readonly values: readonly {
                                        readonly count: number;
                                        readonly label: string;
                                        readonly name: string;
                                    }[];
                                };
                            };
                            readonly limit: number;
                            readonly offset: number;
                            readonly results: readonly components["schemas"]["YenteEntity"][];
                            readonly total: {
                                readonly relation: string;
                                readonly value: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/updatez": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Reads the data anew */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    readonly sync?: boolean;
                    readonly token?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly status: string;
                        };
                    };
                };
                /** @description Default Response */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                readonly 500: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly CodesAnswer: {
            readonly codes: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly CodesAnswerInput: {
            readonly codes: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly CodesRequest: {
            readonly limit?: number;
            readonly words: string;
        };
        readonly CodesRequestInput: {
            readonly limit?: number;
            readonly words: string;
        };
        readonly Edition: {
            readonly date: string;
            readonly files: readonly {
                readonly name: string;
                readonly sha256: string;
                readonly url: string | null;
            }[];
            readonly format: string;
            readonly notes: readonly string[];
            /** @description Rows that could not be read */
            readonly rejected: number;
            readonly targets: number;
        };
        readonly EditionInput: {
            readonly date: string;
            readonly files: readonly {
                readonly name: string;
                readonly sha256: string;
                readonly url: string | null;
            }[];
            readonly format: string;
            readonly notes: readonly string[];
            /** @description Rows that could not be read */
            readonly rejected: number;
            readonly targets: number;
        };
        readonly GoodsAnswer: {
            /**
             * @description What the measures say of the goods alone: no party, purpose or waiver is looked at
             * @enum {string}
             */
            readonly answer: "clear" | "refer" | "prohibited";
            readonly findings: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly otherDays: readonly {
                readonly measure: {
                    readonly [key: string]: unknown;
                };
                /** @enum {string} */
                readonly state: "ended" | "to-come";
                readonly words: string;
            }[];
            readonly placed: {
                readonly [key: string]: unknown;
            };
            /** @description Rules that would bind if their jurisdiction were asked for */
            readonly unasked: readonly string[];
        };
        readonly GoodsAnswerInput: {
            /**
             * @description What the measures say of the goods alone: no party, purpose or waiver is looked at
             * @enum {string}
             */
            readonly answer: "clear" | "refer" | "prohibited";
            readonly findings: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly otherDays: readonly {
                readonly measure: {
                    readonly [key: string]: unknown;
                };
                /** @enum {string} */
                readonly state: "ended" | "to-come";
                readonly words: string;
            }[];
            readonly placed: {
                readonly [key: string]: unknown;
            };
            /** @description Rules that would bind if their jurisdiction were asked for */
            readonly unasked: readonly string[];
        };
        readonly GoodsRequest: {
            readonly at: string;
            /** @description A code or a name in any usual language */
            readonly from?: string;
            /** @description Harmonized System code: 2, 4, 6, 8 or 10 digits, with or without dots */
            readonly hs: string;
            /** @default null */
            readonly itemValue: {
                readonly amount: string;
                readonly currency: string;
                readonly scale: number;
            } | null;
            /**
             * @description us, eu, gb …; those of the United Nations always bind
             * @default []
             */
            readonly jurisdictions: readonly string[];
            /** @description A code or a name in any usual language */
            readonly to?: string;
            /**
             * @description Of US origin or content above the threshold; null where that is not known
             * @default null
             */
            readonly underEar: boolean | null;
        };
        readonly GoodsRequestInput: {
            readonly at: string;
            /** @description A code or a name in any usual language */
            readonly from?: string;
            /** @description Harmonized System code: 2, 4, 6, 8 or 10 digits, with or without dots */
            readonly hs: string;
            /** @default null */
            readonly itemValue: {
                readonly amount: string;
                readonly currency: string;
                readonly scale: number;
            } | null;
            /**
             * @description us, eu, gb …; those of the United Nations always bind
             * @default []
             */
            readonly jurisdictions: readonly string[];
            /** @description A code or a name in any usual language */
            readonly to?: string;
            /**
             * @description Of US origin or content above the threshold; null where that is not known
             * @default null
             */
            readonly underEar: boolean | null;
        };
        readonly List: {
            /** @description Oldest first */
            readonly editions: readonly components["schemas"]["Edition"][];
            readonly id: string;
            /** @enum {string} */
            readonly kind: "sanctions" | "export-control" | "watch" | "allow";
            readonly publisher: string;
            readonly title: string;
            readonly url: string;
        };
        readonly ListedParty: {
            readonly caption: string;
            /** @description Vague dates in ISO 8601-2 */
            readonly edtf?: {
                readonly [key: string]: readonly string[];
            };
            readonly id: string;
            readonly listings: readonly {
                readonly listing: {
                    /** @description Editions that hold the entry, oldest first */
                    readonly editions: readonly string[];
                    readonly entry: string;
                    readonly list: string;
                    readonly listedOn: string | null;
                    readonly listedOnSource: string | null;
                    readonly programmes: readonly string[];
                };
                /** @enum {string} */
                readonly state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            readonly properties: {
                readonly [key: string]: readonly string[];
            };
            /** @description What the party refers to, and what refers to it */
            readonly relations: readonly {
                /** @enum {string} */
                readonly direction: "out" | "in";
                readonly entity: {
                    readonly caption: string;
                    readonly id: string;
                    readonly listed: boolean;
                    readonly properties: {
                        readonly [key: string]: readonly string[];
                    };
                    readonly schema: string;
                };
                /** @description Where the entity is a link, whom it links to */
                readonly others: readonly {
                    readonly caption: string;
                    readonly id: string;
                    readonly listed: boolean;
                    readonly property: string;
                    readonly schema: string;
                }[];
                /** @description The property that says it, of the side that says it */
                readonly property: string;
            }[];
            readonly relationsLeftOut: number;
            readonly schema: string;
            readonly snapshot: string;
        };
        readonly ListedPartyInput: {
            readonly caption: string;
            /** @description Vague dates in ISO 8601-2 */
            readonly edtf?: {
                readonly [key: string]: readonly string[];
            };
            readonly id: string;
            readonly listings: readonly {
                readonly listing: {
                    /** @description Editions that hold the entry, oldest first */
                    readonly editions: readonly string[];
                    readonly entry: string;
                    readonly list: string;
                    readonly listedOn: string | null;
                    readonly listedOnSource: string | null;
                    readonly programmes: readonly string[];
                };
                /** @enum {string} */
                readonly state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            readonly properties: {
                readonly [key: string]: readonly string[];
            };
            /** @description What the party refers to, and what refers to it */
            readonly relations: readonly {
                /** @enum {string} */
                readonly direction: "out" | "in";
                readonly entity: {
                    readonly caption: string;
                    readonly id: string;
                    readonly listed: boolean;
                    readonly properties: {
                        readonly [key: string]: readonly string[];
                    };
                    readonly schema: string;
                };
                /** @description Where the entity is a link, whom it links to */
                readonly others: readonly {
                    readonly caption: string;
                    readonly id: string;
                    readonly listed: boolean;
                    readonly property: string;
                    readonly schema: string;
                }[];
                /** @description The property that says it, of the side that says it */
                readonly property: string;
            }[];
            readonly relationsLeftOut: number;
            readonly schema: string;
            readonly snapshot: string;
        };
        readonly ListInput: {
            /** @description Oldest first */
            readonly editions: readonly components["schemas"]["EditionInput"][];
            readonly id: string;
            /** @enum {string} */
            readonly kind: "sanctions" | "export-control" | "watch" | "allow";
            readonly publisher: string;
            readonly title: string;
            readonly url: string;
        };
        readonly Lists: {
            readonly lists: readonly components["schemas"]["List"][];
            /** Format: date-time */
            readonly openedAt: string;
            /** @description SHA-256 of the lists in force; every answer and receipt names it */
            readonly snapshot: string;
            /** @description How the last update went; what is served is whole either way */
            readonly update: {
                readonly at: string | null;
                readonly ok: boolean;
                readonly problem: string | null;
            };
        };
        readonly ListsInput: {
            readonly lists: readonly components["schemas"]["ListInput"][];
            /** Format: date-time */
            readonly openedAt: string;
            /** @description SHA-256 of the lists in force; every answer and receipt names it */
            readonly snapshot: string;
            /** @description How the last update went; what is served is whole either way */
            readonly update: {
                readonly at: string | null;
                readonly ok: boolean;
                readonly problem: string | null;
            };
        };
        readonly Match: {
            readonly caption: string;
            readonly features: readonly {
                readonly feature: string;
                readonly listed: string | null;
                readonly query: string | null;
                readonly weight: number;
                readonly words: string;
            }[];
            /** @description At or over the policy's threshold */
            readonly hit: boolean;
            readonly id: string;
            readonly listings: readonly {
                readonly listing: {
                    /** @description Editions that hold the entry, oldest first */
                    readonly editions: readonly string[];
                    readonly entry: string;
                    readonly list: string;
                    readonly listedOn: string | null;
                    readonly listedOnSource: string | null;
                    readonly programmes: readonly string[];
                };
                /** @enum {string} */
                readonly state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            readonly name: {
                readonly kind: string;
                readonly listed: string;
                readonly query: string;
            } | null;
            readonly schema: string;
            readonly score: number;
            /** @enum {string} */
            readonly state: "listed" | "not-yet-listed" | "delisted" | "unknown";
        };
        readonly MatchInput: {
            readonly caption: string;
            readonly features: readonly {
                readonly feature: string;
                readonly listed: string | null;
                readonly query: string | null;
                readonly weight: number;
                readonly words: string;
            }[];
            /** @description At or over the policy's threshold */
            readonly hit: boolean;
            readonly id: string;
            readonly listings: readonly {
                readonly listing: {
                    /** @description Editions that hold the entry, oldest first */
                    readonly editions: readonly string[];
                    readonly entry: string;
                    readonly list: string;
                    readonly listedOn: string | null;
                    readonly listedOnSource: string | null;
                    readonly programmes: readonly string[];
                };
                /** @enum {string} */
                readonly state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            readonly name: {
                readonly kind: string;
                readonly listed: string;
                readonly query: string;
            } | null;
            readonly schema: string;
            readonly score: number;
            /** @enum {string} */
            readonly state: "listed" | "not-yet-listed" | "delisted" | "unknown";
        };
        readonly Problem: {
            /** @description Stable: programs decide by it */
            readonly code: string;
            /** @description What is wrong here, in a sentence */
            readonly detail: string;
            /** @description Each part of the request that is not what it should be */
            readonly errors?: readonly {
                readonly reason: string;
                readonly where: string;
            }[];
            readonly status: number;
            /** @description What kind of problem it is; the same for every problem of the code */
            readonly title: string;
            /** @description What to do about it */
            readonly todo: string;
            /** @description urn:sluice:problem:<code> */
            readonly type: string;
        };
        readonly ProblemInput: {
            /** @description Stable: programs decide by it */
            readonly code: string;
            /** @description What is wrong here, in a sentence */
            readonly detail: string;
            /** @description Each part of the request that is not what it should be */
            readonly errors?: readonly {
                readonly reason: string;
                readonly where: string;
            }[];
            readonly status: number;
            /** @description What kind of problem it is; the same for every problem of the code */
            readonly title: string;
            /** @description What to do about it */
            readonly todo: string;
            /** @description urn:sluice:problem:<code> */
            readonly type: string;
        };
        readonly ScreenAnswer: {
            /** @description Listed on the day, or perhaps */
            readonly matches: readonly components["schemas"]["Match"][];
            /** @description Not yet listed, or no longer */
            readonly outOfForce: readonly components["schemas"]["Match"][];
            readonly snapshot: string;
            readonly tookMs: number;
        };
        readonly ScreenAnswerInput: {
            /** @description Listed on the day, or perhaps */
            readonly matches: readonly components["schemas"]["MatchInput"][];
            /** @description Not yet listed, or no longer */
            readonly outOfForce: readonly components["schemas"]["MatchInput"][];
            readonly snapshot: string;
            readonly tookMs: number;
        };
        readonly ScreenRequest: {
            /** @description A day; the newest edition of each list where it is left out */
            readonly at?: string;
            readonly limit?: number;
            readonly policy?: {
                readonly lists?: readonly string[] | null;
                readonly threshold?: number;
            };
            readonly subject: components["schemas"]["Subject"];
        };
        readonly ScreenRequestInput: {
            /** @description A day; the newest edition of each list where it is left out */
            readonly at?: string;
            readonly limit?: number;
            readonly policy?: {
                readonly lists?: readonly string[] | null;
                readonly threshold?: number;
            };
            readonly subject: components["schemas"]["SubjectInput"];
        };
        readonly Subject: {
            readonly id?: string;
            readonly properties: {
                readonly [key: string]: readonly string[];
            };
            readonly schema: string;
        };
        readonly SubjectInput: {
            readonly id?: string;
            readonly properties: {
                readonly [key: string]: readonly string[];
            };
            readonly schema: string;
        };
        readonly YenteEntity: {
            readonly caption: string;
            readonly datasets: readonly string[];
            readonly first_seen: string | null;
            readonly id: string;
            readonly last_change: string | null;
            readonly last_seen: string | null;
            /** @description Values; entities in place of their ids where the answer is nested */
            readonly properties: {
                readonly [key: string]: readonly unknown[];
            };
            readonly referents: readonly string[];
            readonly schema: string;
            readonly target: boolean;
        };
        readonly YenteEntityInput: {
            readonly caption: string;
            readonly datasets: readonly string[];
            readonly first_seen: string | null;
            readonly id: string;
            readonly last_change: string | null;
            readonly last_seen: string | null;
            /** @description Values; entities in place of their ids where the answer is nested */
            readonly properties: {
                readonly [key: string]: readonly unknown[];
            };
            readonly referents: readonly string[];
            readonly schema: string;
            readonly target: boolean;
        };
        readonly YenteError: {
            readonly detail: string | readonly unknown[];
        };
        readonly YenteErrorInput: {
            readonly detail: string | readonly unknown[];
        };
        readonly YenteExample: {
            readonly id?: string | null;
            readonly properties: {
                readonly [key: string]: unknown;
            };
            readonly schema: string;
        };
        readonly YenteExampleInput: {
            readonly id?: string | null;
            readonly properties: {
                readonly [key: string]: unknown;
            };
            readonly schema: string;
        };
        readonly YenteScoredEntity: {
            readonly caption: string;
            readonly datasets: readonly string[];
            readonly explanations: {
                readonly [key: string]: {
                    readonly candidate: string | null;
                    readonly detail: string;
                    readonly query: string | null;
                    readonly score: number;
                };
            };
            readonly first_seen: string | null;
            readonly id: string;
            readonly last_change: string | null;
            readonly last_seen: string | null;
            readonly match: boolean;
            /** @description Values; entities in place of their ids where the answer is nested */
            readonly properties: {
                readonly [key: string]: readonly unknown[];
            };
            readonly referents: readonly string[];
            readonly schema: string;
            readonly score: number;
            readonly target: boolean;
        };
        readonly YenteScoredEntityInput: {
            readonly caption: string;
            readonly datasets: readonly string[];
            readonly explanations: {
                readonly [key: string]: {
                    readonly candidate: string | null;
                    readonly detail: string;
                    readonly query: string | null;
                    readonly score: number;
                };
            };
            readonly first_seen: string | null;
            readonly id: string;
            readonly last_change: string | null;
            readonly last_seen: string | null;
            readonly match: boolean;
            /** @description Values; entities in place of their ids where the answer is nested */
            readonly properties: {
                readonly [key: string]: readonly unknown[];
            };
            readonly referents: readonly string[];
            readonly schema: string;
            readonly score: number;
            readonly target: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
