/* The types of the API, written by "npm run api-client" from the service's own document. */

export interface paths {
    "/algorithms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names of algorithms that a match can ask for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            algorithms: ({
                                name: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            best: string;
                            default: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the measures say of goods on a way on a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GoodsRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GoodsAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Codes that goods described in words may have; a person classifies */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodesRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CodesAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that are open */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                createdAt: string;
                                email: string;
                                /** Format: date-time */
                                expiresAt: string;
                                id: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Invite somebody; the answer holds the link to hand over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            /** @description hand it to the person; it opens once */
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description nothing */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, also those that ended */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                /** Format: date-time */
                                expiresAt: string;
                                id: string;
                                /** @description to within ten seconds */
                                lastUsedAt: string | null;
                                lastUsedFrom: string | null;
                                name: string;
                                permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                                revokedAt: string | null;
                                /** @description its first characters */
                                start: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make an API key; its text stands in the answer and nowhere else */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description how long it opens
                         * @default 90
                         */
                        days?: number;
                        name: string;
                        permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "webhooks.manage" | "people.read" | "organization.read" | "waivers.read" | "waivers.write" | "workers.read" | "workers.write" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            key: string;
                            /** @description to within ten seconds */
                            lastUsedAt: string | null;
                            lastUsedFrom: string | null;
                            name: string;
                            permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            revokedAt: string | null;
                            /** @description its first characters */
                            start: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an API key: at once here, within five seconds in other processes */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            /** @description to within ten seconds */
                            lastUsedAt: string | null;
                            lastUsedFrom: string | null;
                            name: string;
                            permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            revokedAt: string | null;
                            /** @description its first characters */
                            start: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a one-time link is for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            organizationName: string | null;
                            /** @enum {string} */
                            purpose: "first-owner" | "invitation" | "new-password";
                            role: ("owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer") | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a one-time link; a new account is signed in by the answer's cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email?: string;
                        name?: string;
                        organizationName?: string;
                        /** @description left out by a person who is signed in and accepts an invitation */
                        password?: string;
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                            organizationId: string;
                            userId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listed/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One listed party: names, facts, listings with their editions, and relations both ways */
        get: {
            parameters: {
                query?: {
                    at?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListedParty"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists in force, with their editions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lists"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One list */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["List"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for newer editions now; the lists in force stay until newer ones are open */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            started: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            demo: boolean;
                            id: string;
                            name: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give the organisation another name */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            demo: boolean;
                            id: string;
                            name: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another organisation, as its owner */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            demo: boolean;
                            id: string;
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the organisation */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                email: string;
                                id: string;
                                /** Format: date-time */
                                joinedAt: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                                /** @description has an authenticator or a passkey */
                                secondFactor: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a person out of the organisation */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description nothing */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Give a person another role */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                    };
                };
            };
            responses: {
                /** @description nothing */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        trace?: never;
    };
    "/api/v1/people/{id}/password-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link by which a person sets a new password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            /** @description hand it to the person; it opens once */
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles, and what each and a key may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keyPermissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            roles: {
                                permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                                /** @enum {string} */
                                role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a party may be among the listed; nothing is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ScreenRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScreenAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where, and what they may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "person" | "key";
                            name: string;
                            organization: {
                                /** Format: date-time */
                                createdAt: string;
                                /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                                demo: boolean;
                                id: string;
                                name: string;
                            };
                            /** @description all that a person belongs to */
                            organizations: {
                                /** Format: date-time */
                                createdAt: string;
                                /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                                demo: boolean;
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                            }[];
                            permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            /** @description null for a key: it has the permissions that it was given */
                            role: ("owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer") | null;
                            /** @description whether a second factor is set up; null for a key */
                            secondFactor: boolean | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Work in another of one's organisations from now on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        organizationId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            demo: boolean;
                            id: string;
                            name: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one can sign in here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            identityProvider: {
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {boolean} */
                            passkey: true;
                            /** @enum {boolean} */
                            password: true;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The datasets served, with their versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            current: string[];
                            datasets: ({
                                name: string;
                                title: string;
                                version: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            index_stale: boolean;
                            outdated: string[];
                        };
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entity, with what belongs to it */
        get: {
            parameters: {
                query?: {
                    nested?: boolean;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteEntity"];
                    };
                };
                /** @description Default Response */
                308: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{id}/adjacent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an entity is linked to, property by property */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    offset?: number;
                    /** @description field:asc or field:desc */
                    sort?: string[];
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            adjacent: {
                                [key: string]: {
                                    limit: number;
                                    offset: number;
                                    results: unknown[];
                                    total: {
                                        relation: string;
                                        value: number;
                                    };
                                };
                            };
                            entity: components["schemas"]["YenteEntity"];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{id}/adjacent/{property}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an entity is linked to by one property */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    offset?: number;
                    /** @description field:asc or field:desc */
                    sort?: string[];
                };
                header?: never;
                path: {
                    id: string;
                    property: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            limit: number;
                            offset: number;
                            results: unknown[];
                            total: {
                                relation: string;
                                value: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The datasets served, with their versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            current: string[];
                            datasets: ({
                                name: string;
                                title: string;
                                version: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            index_stale: boolean;
                            outdated: string[];
                        };
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/match/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom each example may be */
        post: {
            parameters: {
                query?: {
                    algorithm?: string;
                    changed_since?: string;
                    cutoff?: number;
                    exclude_dataset?: string[];
                    exclude_entity_ids?: string[];
                    exclude_schema?: string[];
                    include_dataset?: string[];
                    limit?: number;
                    threshold?: number;
                    topics?: string[];
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        config?: {
                            [key: string]: unknown;
                        };
                        queries: {
                            [key: string]: components["schemas"]["YenteExampleInput"];
                        };
                        weights?: {
                            [key: string]: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            limit: number;
                            responses: {
                                [key: string]: {
                                    query: components["schemas"]["YenteExample"];
                                    results: components["schemas"]["YenteScoredEntity"][];
                                    status: number;
                                    total: {
                                        relation: string;
                                        value: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The data is open, and how the last update went */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                            update: {
                                at: string | null;
                                ok: boolean;
                                problem: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the reconciliation service offers (W3C Reconciliation 0.2) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            versions: string[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        /** Reconciles texts, or extends rows by properties; a form with queries or extend */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}/extend/property": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Properties by which rows can be extended */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    type?: string;
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            properties: unknown[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}/suggest/entity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a prefix may become */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    prefix?: string;
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: unknown[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}/suggest/property": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a prefix may become */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    prefix?: string;
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: unknown[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}/suggest/type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a prefix may become */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    prefix?: string;
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: unknown[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entities that a text finds */
        get: {
            parameters: {
                query?: {
                    changed_since?: string;
                    countries?: string[];
                    datasets?: string[];
                    exclude_dataset?: string[];
                    exclude_schema?: string[];
                    facets?: string[];
                    filter?: string[];
                    filter_op?: "OR" | "AND";
                    fuzzy?: boolean;
                    include_dataset?: string[];
                    limit?: number;
                    offset?: number;
                    q?: string;
                    schema?: string;
                    simple?: boolean;
                    /** @description field:asc or field:desc */
                    sort?: string[];
                    topics?: string[];
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facets: {
                                [key: string]: {
                                    label: string;
                                    values: {
                                        count: number;
                                        label: string;
                                        name: string;
                                    }[];
                                };
                            };
                            limit: number;
                            offset: number;
                            results: components["schemas"]["YenteEntity"][];
                            total: {
                                relation: string;
                                value: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/updatez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads the data anew */
        post: {
            parameters: {
                query?: {
                    sync?: boolean;
                    token?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CodesAnswer: {
            codes: {
                [key: string]: unknown;
            }[];
        };
        CodesAnswerInput: {
            codes: {
                [key: string]: unknown;
            }[];
        };
        CodesRequest: {
            limit?: number;
            words: string;
        };
        CodesRequestInput: {
            limit?: number;
            words: string;
        };
        Edition: {
            date: string;
            files: {
                name: string;
                sha256: string;
                url: string | null;
            }[];
            format: string;
            notes: string[];
            /** @description Rows that could not be read */
            rejected: number;
            targets: number;
        };
        EditionInput: {
            date: string;
            files: {
                name: string;
                sha256: string;
                url: string | null;
            }[];
            format: string;
            notes: string[];
            /** @description Rows that could not be read */
            rejected: number;
            targets: number;
        };
        GoodsAnswer: {
            /**
             * @description What the measures say of the goods alone: no party, purpose or waiver is looked at
             * @enum {string}
             */
            answer: "clear" | "refer" | "prohibited";
            findings: {
                [key: string]: unknown;
            }[];
            otherDays: {
                measure: {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                state: "ended" | "to-come";
                words: string;
            }[];
            placed: {
                [key: string]: unknown;
            };
            /** @description Rules that would bind if their jurisdiction were asked for */
            unasked: string[];
        };
        GoodsAnswerInput: {
            /**
             * @description What the measures say of the goods alone: no party, purpose or waiver is looked at
             * @enum {string}
             */
            answer: "clear" | "refer" | "prohibited";
            findings: {
                [key: string]: unknown;
            }[];
            otherDays: {
                measure: {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                state: "ended" | "to-come";
                words: string;
            }[];
            placed: {
                [key: string]: unknown;
            };
            /** @description Rules that would bind if their jurisdiction were asked for */
            unasked: string[];
        };
        GoodsRequest: {
            at: string;
            /** @description A code or a name in any usual language */
            from?: string;
            /** @description Harmonized System code: 2, 4, 6, 8 or 10 digits, with or without dots */
            hs: string;
            /** @default null */
            itemValue: {
                amount: string;
                currency: string;
                scale: number;
            } | null;
            /**
             * @description us, eu, gb …; those of the United Nations always bind
             * @default []
             */
            jurisdictions: string[];
            /** @description A code or a name in any usual language */
            to?: string;
            /**
             * @description Of US origin or content above the threshold; null where that is not known
             * @default null
             */
            underEar: boolean | null;
        };
        GoodsRequestInput: {
            at: string;
            /** @description A code or a name in any usual language */
            from?: string;
            /** @description Harmonized System code: 2, 4, 6, 8 or 10 digits, with or without dots */
            hs: string;
            /** @default null */
            itemValue: {
                amount: string;
                currency: string;
                scale: number;
            } | null;
            /**
             * @description us, eu, gb …; those of the United Nations always bind
             * @default []
             */
            jurisdictions: string[];
            /** @description A code or a name in any usual language */
            to?: string;
            /**
             * @description Of US origin or content above the threshold; null where that is not known
             * @default null
             */
            underEar: boolean | null;
        };
        List: {
            /** @description Oldest first */
            editions: components["schemas"]["Edition"][];
            id: string;
            /** @enum {string} */
            kind: "sanctions" | "export-control" | "watch" | "allow";
            publisher: string;
            title: string;
            url: string;
        };
        ListedParty: {
            caption: string;
            /** @description Vague dates in ISO 8601-2 */
            edtf?: {
                [key: string]: string[];
            };
            id: string;
            listings: {
                listing: {
                    /** @description Editions that hold the entry, oldest first */
                    editions: string[];
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    listedOnSource: string | null;
                    programmes: string[];
                };
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            properties: {
                [key: string]: string[];
            };
            /** @description What the party refers to, and what refers to it */
            relations: {
                /** @enum {string} */
                direction: "out" | "in";
                entity: {
                    caption: string;
                    id: string;
                    listed: boolean;
                    properties: {
                        [key: string]: string[];
                    };
                    schema: string;
                };
                /** @description Where the entity is a link, whom it links to */
                others: {
                    caption: string;
                    id: string;
                    listed: boolean;
                    property: string;
                    schema: string;
                }[];
                /** @description The property that says it, of the side that says it */
                property: string;
            }[];
            relationsLeftOut: number;
            schema: string;
            snapshot: string;
        };
        ListedPartyInput: {
            caption: string;
            /** @description Vague dates in ISO 8601-2 */
            edtf?: {
                [key: string]: string[];
            };
            id: string;
            listings: {
                listing: {
                    /** @description Editions that hold the entry, oldest first */
                    editions: string[];
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    listedOnSource: string | null;
                    programmes: string[];
                };
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            properties: {
                [key: string]: string[];
            };
            /** @description What the party refers to, and what refers to it */
            relations: {
                /** @enum {string} */
                direction: "out" | "in";
                entity: {
                    caption: string;
                    id: string;
                    listed: boolean;
                    properties: {
                        [key: string]: string[];
                    };
                    schema: string;
                };
                /** @description Where the entity is a link, whom it links to */
                others: {
                    caption: string;
                    id: string;
                    listed: boolean;
                    property: string;
                    schema: string;
                }[];
                /** @description The property that says it, of the side that says it */
                property: string;
            }[];
            relationsLeftOut: number;
            schema: string;
            snapshot: string;
        };
        ListInput: {
            /** @description Oldest first */
            editions: components["schemas"]["EditionInput"][];
            id: string;
            /** @enum {string} */
            kind: "sanctions" | "export-control" | "watch" | "allow";
            publisher: string;
            title: string;
            url: string;
        };
        Lists: {
            lists: components["schemas"]["List"][];
            /** Format: date-time */
            openedAt: string;
            /** @description SHA-256 of the lists in force; every answer and receipt names it */
            snapshot: string;
            /** @description How the last update went; what is served is whole either way */
            update: {
                at: string | null;
                ok: boolean;
                problem: string | null;
            };
        };
        ListsInput: {
            lists: components["schemas"]["ListInput"][];
            /** Format: date-time */
            openedAt: string;
            /** @description SHA-256 of the lists in force; every answer and receipt names it */
            snapshot: string;
            /** @description How the last update went; what is served is whole either way */
            update: {
                at: string | null;
                ok: boolean;
                problem: string | null;
            };
        };
        Match: {
            caption: string;
            features: {
                feature: string;
                listed: string | null;
                query: string | null;
                weight: number;
                words: string;
            }[];
            /** @description At or over the policy's threshold */
            hit: boolean;
            id: string;
            listings: {
                listing: {
                    /** @description Editions that hold the entry, oldest first */
                    editions: string[];
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    listedOnSource: string | null;
                    programmes: string[];
                };
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            name: {
                kind: string;
                listed: string;
                query: string;
            } | null;
            schema: string;
            score: number;
            /** @enum {string} */
            state: "listed" | "not-yet-listed" | "delisted" | "unknown";
        };
        MatchInput: {
            caption: string;
            features: {
                feature: string;
                listed: string | null;
                query: string | null;
                weight: number;
                words: string;
            }[];
            /** @description At or over the policy's threshold */
            hit: boolean;
            id: string;
            listings: {
                listing: {
                    /** @description Editions that hold the entry, oldest first */
                    editions: string[];
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    listedOnSource: string | null;
                    programmes: string[];
                };
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            name: {
                kind: string;
                listed: string;
                query: string;
            } | null;
            schema: string;
            score: number;
            /** @enum {string} */
            state: "listed" | "not-yet-listed" | "delisted" | "unknown";
        };
        Problem: {
            /** @description Stable: programs decide by it */
            code: string;
            /** @description What is wrong here, in a sentence */
            detail: string;
            /** @description Each part of the request that is not what it should be */
            errors?: {
                reason: string;
                where: string;
            }[];
            status: number;
            /** @description What kind of problem it is; the same for every problem of the code */
            title: string;
            /** @description What to do about it */
            todo: string;
            /** @description urn:sluice:problem:<code> */
            type: string;
        };
        ProblemInput: {
            /** @description Stable: programs decide by it */
            code: string;
            /** @description What is wrong here, in a sentence */
            detail: string;
            /** @description Each part of the request that is not what it should be */
            errors?: {
                reason: string;
                where: string;
            }[];
            status: number;
            /** @description What kind of problem it is; the same for every problem of the code */
            title: string;
            /** @description What to do about it */
            todo: string;
            /** @description urn:sluice:problem:<code> */
            type: string;
        };
        ScreenAnswer: {
            /** @description Listed on the day, or perhaps */
            matches: components["schemas"]["Match"][];
            /** @description Not yet listed, or no longer */
            outOfForce: components["schemas"]["Match"][];
            snapshot: string;
            tookMs: number;
        };
        ScreenAnswerInput: {
            /** @description Listed on the day, or perhaps */
            matches: components["schemas"]["MatchInput"][];
            /** @description Not yet listed, or no longer */
            outOfForce: components["schemas"]["MatchInput"][];
            snapshot: string;
            tookMs: number;
        };
        ScreenRequest: {
            /** @description A day; the newest edition of each list where it is left out */
            at?: string;
            limit?: number;
            policy?: {
                lists?: string[] | null;
                threshold?: number;
            };
            subject: components["schemas"]["Subject"];
        };
        ScreenRequestInput: {
            /** @description A day; the newest edition of each list where it is left out */
            at?: string;
            limit?: number;
            policy?: {
                lists?: string[] | null;
                threshold?: number;
            };
            subject: components["schemas"]["SubjectInput"];
        };
        Subject: {
            id?: string;
            properties: {
                [key: string]: string[];
            };
            schema: string;
        };
        SubjectInput: {
            id?: string;
            properties: {
                [key: string]: string[];
            };
            schema: string;
        };
        YenteEntity: {
            caption: string;
            datasets: string[];
            first_seen: string | null;
            id: string;
            last_change: string | null;
            last_seen: string | null;
            /** @description Values; entities in place of their ids where the answer is nested */
            properties: {
                [key: string]: unknown[];
            };
            referents: string[];
            schema: string;
            target: boolean;
        };
        YenteEntityInput: {
            caption: string;
            datasets: string[];
            first_seen: string | null;
            id: string;
            last_change: string | null;
            last_seen: string | null;
            /** @description Values; entities in place of their ids where the answer is nested */
            properties: {
                [key: string]: unknown[];
            };
            referents: string[];
            schema: string;
            target: boolean;
        };
        YenteError: {
            detail: string | unknown[];
        };
        YenteErrorInput: {
            detail: string | unknown[];
        };
        YenteExample: {
            id?: string | null;
            properties: {
                [key: string]: unknown;
            };
            schema: string;
        };
        YenteExampleInput: {
            id?: string | null;
            properties: {
                [key: string]: unknown;
            };
            schema: string;
        };
        YenteScoredEntity: {
            caption: string;
            datasets: string[];
            explanations: {
                [key: string]: {
                    candidate: string | null;
                    detail: string;
                    query: string | null;
                    score: number;
                };
            };
            first_seen: string | null;
            id: string;
            last_change: string | null;
            last_seen: string | null;
            match: boolean;
            /** @description Values; entities in place of their ids where the answer is nested */
            properties: {
                [key: string]: unknown[];
            };
            referents: string[];
            schema: string;
            score: number;
            target: boolean;
        };
        YenteScoredEntityInput: {
            caption: string;
            datasets: string[];
            explanations: {
                [key: string]: {
                    candidate: string | null;
                    detail: string;
                    query: string | null;
                    score: number;
                };
            };
            first_seen: string | null;
            id: string;
            last_change: string | null;
            last_seen: string | null;
            match: boolean;
            /** @description Values; entities in place of their ids where the answer is nested */
            properties: {
                [key: string]: unknown[];
            };
            referents: string[];
            schema: string;
            score: number;
            target: boolean;
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
