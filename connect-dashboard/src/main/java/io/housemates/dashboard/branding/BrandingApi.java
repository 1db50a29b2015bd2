package io.housemates.dashboard.branding;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

import io.housemates.dashboard.service.Envelope;
import io.housemates.dashboard.service.Item;
import io.housemates.dashboard.service.ServiceErrors;
import io.housemates.dashboard.session.Credentials;
import io.smallrye.mutiny.Uni;

/** What the dashboard asks the checkout service. */
@RegisterRestClient(configKey = "checkout")
@RegisterProvider(ServiceErrors.class)
@Path("/")
interface BrandingApi {

    @GET
    @Path("api/branding")
    Uni<Envelope<Item<Branding>>> read(@BeanParam Credentials credentials);

    @PUT
    @Path("api/branding")
    Uni<Envelope<Item<Branding>>> put(@BeanParam Credentials credentials, Branding branding);

    @POST
    @Path("api/branding/preview")
    Uni<Envelope<Item<PreviewLink>>> preview(@BeanParam Credentials credentials, Branding draft);

    @PUT
    @Path("api/branding/logo")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Uni<Envelope<Item<Branding>>> putLogo(@BeanParam Credentials credentials, byte[] picture);

    @DELETE
    @Path("api/branding/logo")
    Uni<Envelope<Item<Branding>>> removeLogo(@BeanParam Credentials credentials);

    /** The picture itself, which is everybody's. */
    @GET
    @Path("brand/logos/{file}")
    Uni<byte[]> logo(@RestPath String file);
}
