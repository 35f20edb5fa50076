package io.plumbline.server.validation;

import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Validations over REST. */
@Needs(Permission.READ)
@RestController
@RequestMapping("/api/v1/connectors/{connectorId}/validations")
class ValidationRest {

    private final Validations validations;

    ValidationRest(Validations validations) {
        this.validations = validations;
    }

    @Needs(Permission.OPERATE)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ValidationView start(@PathVariable String connectorId) {
        return validations.request(connectorId);
    }

    @GetMapping
    Page<ValidationView> list(
            @PathVariable String connectorId, @RequestParam MultiValueMap<String, String> parameters) {
        return validations.list(connectorId, parameters);
    }

    @GetMapping("/{id}")
    ValidationView get(@PathVariable String connectorId, @PathVariable String id) {
        return validations.get(connectorId, id);
    }
}
