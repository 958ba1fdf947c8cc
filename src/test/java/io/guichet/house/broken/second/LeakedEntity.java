package io.guichet.house.broken.second;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// Breaks: an entity in the public API.
@Entity
public class LeakedEntity {
    @Id
    long id;
}
