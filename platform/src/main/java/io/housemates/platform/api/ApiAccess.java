package io.housemates.platform.api;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Tells in a service's {@link ApiDocument} whose credentials a path asks for: partners' or the operator's. */
final class ApiAccess {

    private static final String TOKEN = "access_token";
    private static final String PARTNER = "partner_id";
    private static final String ADMIN = "admin_token";

    private ApiAccess() {
    }

    static void describe(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
        components.addSecurityScheme(TOKEN, bearer("The partner's access token."));
        components.addSecurityScheme(PARTNER, OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER).name("X-API-PARTNER-ID").description("The id of the partner the token is of."));
        components.addSecurityScheme(ADMIN, bearer("The operator's token, set as ADMIN_TOKEN."));
    }

    static void require(String path, Operation operation) {
        if (ApiArea.PARTNERS.contains(path)) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN).addScheme(PARTNER));
        } else if (ApiArea.ADMIN.contains(path)) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(ADMIN));
        } else {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
    }

    /** Whether calls without credentials are refused. */
    static boolean isRestricted(String path) {
        return ApiArea.PARTNERS.contains(path) || ApiArea.ADMIN.contains(path);
    }

    private static SecurityScheme bearer(String description) {
        return OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").description(description);
    }
}
